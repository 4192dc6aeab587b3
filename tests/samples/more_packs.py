"""Eight more packs, written after the rules and in the manner of councils that the first seven do not follow.

Every council, place, person and figure is invented. Each truth was written by hand before a pack was converted.
"""

from __future__ import annotations

from samples.pack_pdf import Pack, Part, Stamps, Truth
from samples.packs import counted, names, pack, said

HAVERSTOKE = Truth(
    council="",  # "Civic Hall, Haverstoke" only
    committee="Scrutiny Board (Children and Families)",
    date="2019-09-04",
    time="10.00 am",
    place="Civic Hall, Haverstoke",
    members=names("A Gledholt; P Wardle; S Okonjo; T Birkenshaw; M Illingford; Mrs B Sallow; Mr K Drury"),
    items=(
        ("1", "APPEALS AGAINST REFUSAL OF INSPECTION OF DOCUMENTS", ""),
        ("2", "EXEMPT INFORMATION - POSSIBLE EXCLUSION OF THE PRESS AND PUBLIC", ""),
        ("3", "LATE ITEMS", ""),
        ("4", "DECLARATION OF DISCLOSABLE PECUNIARY INTERESTS", ""),
        ("5", "MINUTES - 10TH JULY 2019", "1 - 2"),
        ("6", "HOW CARE LEAVERS ARE HOUSED: A YEAR ON", "3 - 6"),
        ("7", "A NEW SCHOOL IN KIRK MOSS", "7 - 8"),
        ("8", "WORK SCHEDULE", "9 - 10"),
        ("9", "DATE AND TIME OF NEXT MEETING", ""),
    ),
    parts=(
        Part("5", "minutes", "SCRUTINY BOARD (CHILDREN AND FAMILIES)", 3, 4),
        Part("6", "paper", "How Care Leavers are Housed: A Year On", 5, 6),
        Part("6", "appendix", "Recommendation Tracking", 7, 7),
        Part("7", "paper", "A New School in Kirk Moss", 9, 9),
        Part("8", "paper", "Work Schedule", 11, 11),
    ),
    pages=12,
    minutes_of="2019-07-10",
    minutes=(
        ("12", "Appeals Against Refusal of Inspection of Documents", ""),
        ("13", "Late Items", ""),
        ("14", "Apologies for Absence", ""),
        ("15", "Minutes - 12th June 2019", ""),
        ("16", "Inquiry into Hostels for 16 and 17 Year Olds", ""),
        ("17", "Work Schedule", ""),
        ("18", "Date and Time of Next Meeting", ""),
    ),
    decisions=(
        ("resolved", "15", "That the minutes of the meeting held on 12th June 2019"),
        ("resolved", "16", "That the contents of the report and the appendices be noted"),
        ("resolved", "17", "That the work schedule be approved"),
    ),
    numbers={
        "16": said("(a) (b) (c)"),
        "How Care Leavers are Housed: A Year On": said(
            "1. 2. a) b) 1. 1.1 2. 2.1 2.2 3. 3.1 1 2 3 3.2 4. 4.1 4.1.1 4.2 4.2.1 5. 5.1"
        ),
        "A New School in Kirk Moss": said("1. 1.1 2. 2.1 2.2 3. 3.1"),
        "Work Schedule": said("1. 1.1"),
    },
    tracker="tracker",
    closed=(False, True, True, False),
    blank=(8, 10, 12),
    landscape=(7,),
)

ALDERGATE = Truth(
    council="London Borough of Aldergate",
    committee="Overview & Scrutiny Committee",
    date="2015-03-03",
    time="7.15 p.m.",
    place="Room C1, 1st Floor, Town Hall, Ropery Place, Aldergate",
    members=names("Tamar Oyelaran; Joss Pettifer; Wilf Harnett; Nadia Rahimi; Dr Philippa Roose"),
    items=(
        ("1", "APOLOGIES FOR ABSENCE", ""),
        ("2", "DECLARATIONS OF DISCLOSABLE PECUNIARY INTERESTS", "1 - 2"),
        ("3", "UNRESTRICTED MINUTES", "3 - 4"),
        ("4", "REQUESTS TO SUBMIT PETITIONS", ""),
        ("5", "UNRESTRICTED REPORTS 'CALLED IN'", ""),
        ("6", "UNRESTRICTED REPORTS FOR CONSIDERATION", ""),
        ("6.1", "Nursery Places: What Parents Were Told", "5 - 6"),
        ("6.2", "The Youth Centre in Ropery Street: Reference from Full Council", "7 - 8"),
        ("7", "ANY OTHER UNRESTRICTED BUSINESS WHICH THE CHAIR CONSIDERS TO BE URGENT", ""),
        ("8", "EXEMPT/ CONFIDENTIAL MINUTES", ""),
    ),
    parts=(
        Part("2", "paper", "DECLARATIONS OF INTERESTS - NOTE FROM THE MONITORING OFFICER", 3, 3),
        Part("3", "minutes", "MINUTES OF THE OVERVIEW & SCRUTINY COMMITTEE", 5, 6),
        Part("6.1", "paper", "Nursery Places: What Parents Were Told", 7, 7),
        Part("6.2", "paper", "The Youth Centre in Ropery Street: Reference from Full Council", 9, 9),
    ),
    pages=10,
    minutes_of="2015-02-03",
    minutes=(
        ("1", "APOLOGIES FOR ABSENCE", ""),
        ("2", "DECLARATIONS OF DISCLOSABLE PECUNIARY INTERESTS", ""),
        ("3", "UNRESTRICTED MINUTES", ""),
        ("4", "REQUESTS TO SUBMIT PETITIONS", ""),
        ("5", "UNRESTRICTED REPORTS FOR CONSIDERATION", ""),
        ("5.1", "School Meals: Challenge Session", ""),
        ("5.2", "Early Help Budget", ""),
        ("6", "ANY OTHER UNRESTRICTED BUSINESS WHICH THE CHAIR CONSIDERS TO BE URGENT", ""),
    ),
    decisions=(
        ("resolved", "3", "That the unrestricted minutes of the meeting held on 6th January 2015"),
        ("resolved", "5.1", "That the recommendations of the challenge session be noted"),
        ("resolved", "5.1", "That the Mayor be asked to publish"),
    ),
    numbers={
        "5.1": said("1. 2."),
        "DECLARATIONS OF INTERESTS - NOTE FROM THE MONITORING OFFICER": said("(a) (b)"),
        "Nursery Places: What Parents Were Told": said("1. 1.1 1.2 1. 2. 2. 2.1 2.2 2.2.1 2.2.2 3. 3.1"),
        "The Youth Centre in Ropery Street: Reference from Full Council": said("1. 1.1 2. 2.1"),
    },
    blank=(4, 8, 10),
)

SANDLING = Truth(
    council="",  # nowhere in the pack
    committee="Children and Young People's Services Scrutiny Committee",
    date="2022-01-13",
    time="10.30 am",
    place="",
    members=(),
    items=(
        ("1", "Declarations of Interests", ""),
        ("2", "Minutes of the last meeting of the Committee", "5 - 6"),
        ("3", "Urgent Matters", ""),
        ("4", "Responses to Recommendations", "7 - 8"),
        ("5", "Children First Improvement Update – What Social Workers Say", "9 - 12"),
        ("6", "Requests for Call-in", ""),
        ("7", "Date of Next Meeting", ""),
    ),
    parts=(
        Part("2", "minutes", "Children and Young People's Services Scrutiny Committee", 2, 3),
        Part("4", "paper", "Recommendations and Actions Monitor", 4, 4),
        Part("5", "paper", "Children First Improvement Update – What Social Workers Say", 6, 7),
        Part("5", "appendix", "The Questions", 8, 8),
    ),
    pages=9,
    minutes_of="2021-12-01",
    minutes=(
        ("27", "Declarations of Interests", ""),
        ("28", "Minutes of the last meeting of the Committee", ""),
        ("29", "Responses to Recommendations", ""),
        ("30", "Performance and Resources Report – Quarter 2", ""),
        ("31", "Date of Next Meeting", ""),
    ),
    decisions=(
        ("resolved", "28", "that the minutes of the meeting held on 29 September 2021"),
        ("resolved", "29", "that the Committee notes the responses"),
        ("resolved", "30", "Asks the Cabinet Member to bring the cost"),
        ("noted", "31", "The Committee noted the next scheduled meeting"),
    ),
    numbers={
        "27": said("27.1"),
        "29": said("29.1 29.2"),
        "30": said("30.1 30.2 30.3 1. 2."),
        "Children First Improvement Update – What Social Workers Say": said("1) 2) 1 1.1 1.2 2 2.1 2.2 3"),
        "The Questions": said("1. 2. 3."),
    },
    tracker="tracker",
    closed=(False, True, False),
    blank=(5, 9),
    landscape=(4,),
)

FINSMERE = Truth(
    council="London Borough of Finsmere",
    committee="Children's Services Scrutiny Committee",
    date="2018-02-26",
    time="7.00 pm",
    place="Committee Room 4, Town Hall, Canal Street, Finsmere",
    members=names("Theo Debenham; Nurul Ismay; Kaya Convers; Mary Clemence"),
    items=(
        ("A1", "Apologies for Absence", ""),
        ("A2", "Declaration of Substitute Members", ""),
        ("A3", "Declarations of Interest", ""),
        ("A4", "Minutes of the Previous Meeting", "1 - 2"),
        ("A5", "Chair's Report", ""),
        ("A6", "Items for Call In (if any)", ""),
        ("A7", "Public Questions", ""),
        ("B1", "Ofsted Inspection of the Borough: What Was Learnt", "3 - 8"),
        ("B2", "Vulnerable Adolescents: Scrutiny Review - 12 Month Progress Report", "9 - 10"),
        ("B3", "Review of Work Programme", "11 - 12"),
    ),
    parts=(
        Part("A4", "minutes", "Minutes of the meeting of the Children's Services Scrutiny Committee", 3, 4),
        Part("B1", "paper", "Ofsted Inspection of the Borough: What Was Learnt", 5, 5),
        Part("B1", "report", "Inspection of Norbury children's services", 6, 9),
        Part("B1", "appendix", "Letters of thanks", 10, 10),
        Part("B2", "paper", "Vulnerable Adolescents: Scrutiny Review - 12 Month Progress Report", 11, 11),
        Part("B3", "paper", "Children's Services Scrutiny Committee: Work Programme 2017/18", 13, 13),
    ),
    pages=14,
    minutes_of="2018-01-16",
    minutes=(
        ("307", "APOLOGIES FOR ABSENCE", "A1"),
        ("308", "DECLARATION OF SUBSTITUTE MEMBERS", "A2"),
        ("309", "MINUTES OF THE PREVIOUS MEETING", "A4"),
        ("310", "VULNERABLE ADOLESCENTS SCRUTINY REVIEW: WITNESS EVIDENCE", "B1"),
        ("311", "REVIEW OF WORK PROGRAMME", "B3"),
    ),
    decisions=(
        ("resolved", "309", "That the minutes of the meeting held on 28 November 2017"),
        ("resolved", "310", "That the evidence be noted"),
        ("noted", "311", "Noted."),
    ),
    numbers={
        "310": said("(i) (ii)"),
        "Ofsted Inspection of the Borough: What Was Learnt": said("1. 1.1 2. 2.1 2.2 3. 3.1 3.2 4. 4.1 4.2"),
        "Inspection of Norbury children's services": counted(1, 23),
        "Vulnerable Adolescents: Scrutiny Review - 12 Month Progress Report": said("1. 1.1"),
        "Children's Services Scrutiny Committee: Work Programme 2017/18": said("1. 2. 1. 2."),
    },
    blank=(12, 14),
)

CORVESHAM = Truth(
    council="",  # "County Hall, Corvesham" and "County Council" only
    committee="Corvesham Health and Wellbeing Board",
    date="2019-11-07",
    time="2.00 pm",
    place="Garden Suite, County Hall, Corvesham",
    members=names("Helen Attridge; Dr Andy Brookland; Kate Scrivens-Hay; Tim Oliphant; Sinead Mooring; Rod Stringer"),
    items=(
        ("1", "APOLOGIES FOR ABSENCE", ""),
        ("2", "MINUTES OF PREVIOUS MEETING: 12 SEPTEMBER 2019", "1 - 2"),
        ("3", "DECLARATIONS OF INTEREST", ""),
        ("4", "QUESTIONS AND PETITIONS", ""),
        ("5", "ACTIONS REVIEW", "3 - 4"),
        ("6", "ANNUAL REPORT OF THE SAFEGUARDING CHILDREN PARTNERSHIP", "5 - 8"),
        ("7", "DATE OF THE NEXT MEETING", ""),
    ),
    parts=(
        Part("2", "minutes", "MINUTES of the meeting of the HEALTH AND WELLBEING BOARD", 3, 4),
        Part("5", "paper", "ACTIONS TRACKER", 5, 5),
        Part("6", "paper", "Annual Report of the Safeguarding Children Partnership", 7, 8),
        Part("6", "appendix", "What the partners pay", 9, 9),
    ),
    pages=10,
    minutes_of="2019-09-12",
    minutes=(
        ("28/19", "APOLOGIES FOR ABSENCE", "1"),
        ("29/19", "MINUTES OF PREVIOUS MEETING: 6 JUNE 2019", "2"),
        ("30/19", "DECLARATIONS OF INTEREST", "3"),
        ("31/19", "HEALTHY WEIGHT IN SCHOOLS", "5"),
        ("32/19", "IMMUNISATION", "6"),
        ("33/19", "DATE OF THE NEXT MEETING", "7"),
    ),
    decisions=(
        ("agreed", "29/19", "The minutes were agreed as a true record"),
        ("resolved", "31/19", "That the Board noted the report and supports"),
        ("resolved", "32/19", "That a letter be sent to every surgery"),
        ("noted", "33/19", "The Board noted that its next meeting"),
    ),
    numbers={
        "31/19": said("1. 2. 3. 1."),
        "32/19": said("1. 1. 2."),
        "Annual Report of the Safeguarding Children Partnership": said(
            "1. 2. 3. I. II. 4. 4.1 4.1.1 4.1.2 4.2 4.2.1 5."
        ),
    },
    tracker="tracker",
    closed=(True, False, False),
    blank=(6, 10),
    landscape=(5,),
)

WYNSTEAD = Truth(
    council="Wynstead Borough Council",
    committee="Schools Forum",
    date="2024-01-18",
    time="8.30 am",
    place="Training Room 2, Teachers' Centre, Wynstead",
    members=names("Petra Langdon; Osian Treharne; Farida Noor; Gil Sandoval; Bea Whitlow"),
    items=(
        ("1", "Welcome and apologies", ""),
        ("2", "Declarations of interest", ""),
        ("3", "Minutes of the last meeting (16 November 2023)", ""),
        ("4", "Dedicated Schools Grant 2024/25", ""),
        ("5", "High needs: where the money goes", ""),
        ("6", "Falling rolls", ""),
        ("7", "Any other business", ""),
    ),
    parts=(
        Part("3", "minutes", "Minutes of the meeting held on Thursday, 16 November 2023", 2, 2),
        Part("4", "paper", "Dedicated Schools Grant 2024/25", 3, 3),
        Part("5", "paper", "High needs: where the money goes", 4, 4),
        Part("5", "appendix", "Bases in Wynstead", 5, 5),
    ),
    pages=5,
    minutes_of="2023-11-16",
    minutes=(),  # none is numbered
    decisions=(
        ("agreed", "", "The minutes of 5 October 2023 were agreed"),
        ("agreed", "", "to recommend Model A to the Council"),
        ("noted", "", "union time had been refused"),
    ),
    numbers={
        "Dedicated Schools Grant 2024/25": said("1. 1.1 2. 2.1 3. 3.1 3.2"),
        "High needs: where the money goes": said("1. 2. 3. a) b) 4."),
    },
)

OTTERMOUTH = Truth(
    council="Ottermouth City Council",
    committee="Cabinet",
    date="2023-03-06",
    time="2.30 pm",
    place="Committee Room 1, The Guildhall, Ottermouth",
    members=names("Hollis-Wray; Foale; Dunne; Trevanion; Kirkaldy"),
    items=(
        ("1", "Apologies for absence", ""),
        ("2", "Declarations of interest", ""),
        ("3", "Minutes", "3 - 4"),
        ("4", "Children's Services", ""),
        ("4a", "Inspection of Children's Services and the Plan that Follows", "5 - 11"),
        ("4b", "Fostering: What Ottermouth Pays", "13 - 14"),
        ("5", "Budget Monitoring, Month 9", "15 - 16"),
        ("6", "Nil", ""),
    ),
    parts=(
        Part("3", "minutes", "CABINET", 3, 4),
        Part("4a", "paper", "Inspection of Children's Services and the Plan that Follows", 5, 5),
        Part("4a", "appendix", "Appendix 1: The plan", 6, 6),
        Part("4a", "report", "Inspection of Norbury children's services", 7, 10),
        Part("4a", "appendix", "Appendix 3: What children said", 11, 11),
        Part("4b", "paper", "Fostering: What Ottermouth Pays", 13, 13),
        Part("5", "paper", "Budget Monitoring, Month 9", 15, 15),
    ),
    pages=16,
    minutes_of="2023-01-09",  # the first of two meetings
    minutes=(
        ("73", "Declarations of Interest", ""),
        ("74", "Leader's Announcements", ""),
        ("75", "School Admissions 2024/25", ""),
        ("76", "Declarations of Interest", ""),
        ("77", "Library Hours", ""),
    ),
    decisions=(
        ("resolved", "75", "Cabinet agreed the admission arrangements"),
        ("resolved", "77", "The new hours are agreed"),
    ),
    numbers={
        "77": said("1. 2."),
        "Inspection of Children's Services and the Plan that Follows": said("1. 2."),
        "Inspection of Norbury children's services": counted(1, 23),
        "Fostering: What Ottermouth Pays": said("1. 1. 1.1 1.2"),
        "Budget Monitoring, Month 9": said("1. 1.1"),
    },
    blank=(12, 14, 16),
)

CRESSING = Truth(
    council="Cressing City Council",
    committee="Children and Young People Scrutiny Committee",
    date="2019-10-08",
    time="10.00 am",
    place="Council Antechamber, Level 2, Town Hall Extension, Cressing",
    members=names(
        "Stonor; Sameera Bhatt; Alijah; Hewett; Lovelock; McHarg; T Judd; Reidy; Mr A Arogun; Mrs B Kell; "
        "Dr W Omar-Faye"
    ),
    items=(
        ("1", "Urgent Business", ""),
        ("2", "Appeals", ""),
        ("3", "Interests", ""),
        ("4", "Minutes", "3 - 4"),
        ("4a", "Minutes of the Ofsted Subgroup", "5 - 6"),
        (
            "5",
            "Improving Children's Outcomes Through Collaboration and Working in Partnership in a Locality",
            "7 - 8",
        ),
        ("6", "Overview Report", "9 - 10"),
    ),
    parts=(
        Part("4", "minutes", "Minutes of the meeting held on Tuesday, 3 September 2019", 3, 4),
        Part("4a", "minutes", "Minutes of the meeting held on Wednesday, 24 July 2019", 5, 5),
        Part(
            "5",
            "paper",
            "Improving Children's Outcomes Through Collaboration and Working in Partnership in a Locality",
            7,
            8,
        ),
        Part("6", "paper", "Overview Report", 9, 9),
    ),
    pages=10,
    minutes_of="2019-09-03 2019-07-24",
    minutes=(
        ("CYP/19/34", "Minutes", ""),
        ("CYP/19/35", "Attainment Headline Outcomes 2019 (provisional)", ""),
        ("CYP/19/36", "Update on Skills for Life", ""),
        ("CYP/OSG/19/10", "Minutes", ""),
        ("CYP/OSG/19/11", "Ofsted Inspections of Daycare Providers", ""),
    ),
    decisions=(
        ("resolved", "CYP/19/34", "To approve as a correct record"),
        ("resolved", "CYP/19/35", "To request a report in November"),
        ("resolved", "CYP/19/36", "To thank the young people"),
        ("resolved", "CYP/OSG/19/10", "To approve the minutes"),
        ("resolved", "CYP/OSG/19/11", "To visit one of them"),
    ),
    numbers={
        "CYP/19/34": said("1. 2."),
        "CYP/19/35": said("1. 2."),
        "CYP/OSG/19/11": said("1. 2."),
        "Improving Children's Outcomes Through Collaboration and Working in Partnership in a Locality": said(
            "1.0 1.1 2.0 2.1 2.2 3.0 3.1"
        ),
        "Overview Report": said("1. 2."),
    },
    tracker="tracker",
    closed=(False, True),
    blank=(6, 10),
)


def packs() -> tuple[Pack, ...]:
    return (
        pack("haverstoke", "haverstoke-board-2019-09-04", HAVERSTOKE),
        pack("aldergate", "aldergate-scrutiny-2015-03-03", ALDERGATE),
        pack("sandling", "sandling-scrutiny-2022-01-13", SANDLING, Stamps(first=5)),
        pack("finsmere", "finsmere-scrutiny-2018-02-26", FINSMERE, bookmarks=False),
        pack("corvesham", "corvesham-board-2019-11-07", CORVESHAM, bookmarks=False),
        pack("wynstead", "wynstead-forum-2024-01-18", WYNSTEAD, Stamps(""), bookmarks=False),
        pack("ottermouth", "ottermouth-cabinet-2023-03-06", OTTERMOUTH, Stamps(front=True)),
        pack("cressing", "cressing-scrutiny-2019-10-08", CRESSING, Stamps(front=True)),
    )
