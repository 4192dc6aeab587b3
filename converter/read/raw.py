"""The functions of pdfium that are called for every run of text, with addresses as plain numbers.

pypdfium2 declares them with typed pointers, for each of which ctypes makes an object; numbers take half the time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import CFUNCTYPE, c_int, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as pdfium_c


def plainly(function: object, result: Any, *arguments: Any) -> Callable[..., int]:
    """A function of pdfium that takes and gives addresses as numbers."""
    declared: Callable[..., int] = CFUNCTYPE(result, *arguments)(address(function))
    return declared


def address(pointer: Any) -> int:
    """The address that a typed pointer holds."""
    return ctypes.cast(pointer, c_void_p).value or 0


def typed(number: int) -> Any:
    """The object of a page at an address, for the functions that are called seldom."""
    return ctypes.cast(number, pdfium_c.FPDF_PAGEOBJECT)


page_object = plainly(pdfium_c.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
object_type = plainly(pdfium_c.FPDFPageObj_GetType, c_int, c_void_p)
text_of_object = plainly(pdfium_c.FPDFTextObj_GetText, c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)
bounds_of_object = plainly(pdfium_c.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
matrix_of_object = plainly(pdfium_c.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
size_of_text = plainly(pdfium_c.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
font_of_text = plainly(pdfium_c.FPDFTextObj_GetFont, c_void_p, c_void_p)
