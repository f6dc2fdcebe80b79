import { lines } from './lines.ts'

/** Titles of jobs. */
export const jobs = lines(`
Accountant | Account Manager | Actuary | Administrative Assistant | Aerospace Engineer | Agronomist | Air Traffic Controller | Animator | Architect
Art Director | Audio Engineer | Auditor | Backend Developer | Baker | Barista | Biologist | Bookkeeper | Brand Manager | Bricklayer | Business Analyst
Buyer | Carpenter | Chef | Chemist | Chief of Staff | Civil Engineer | Community Manager | Compliance Officer | Conservator | Content Strategist | Copywriter
Creative Director | Customer Success Manager | Data Analyst | Data Engineer | Data Scientist | Dental Hygienist | Dentist | DevOps Engineer | Dietitian
Doctor | Ecologist | Economist | Editor | Electrician | Engineering Manager | Event Planner | Executive Assistant | Farmer | Fashion Designer | Film Editor
Finance Director | Financial Analyst | Firefighter | Fitness Instructor | Florist | Frontend Developer | Full-Stack Developer | Furniture Maker
Game Designer | Gardener | Geologist | Graphic Designer | Growth Marketer | Hardware Engineer | Head of Operations | Head of People | Head of Product | Health Inspector
Hotel Manager | Human Resources Manager | Illustrator | Industrial Designer | Insurance Broker | Interior Designer | Interpreter | Investment Analyst
Journalist | Judge | Kindergarten Teacher | Lab Technician | Landscape Architect | Lawyer | Lecturer | Librarian | Logistics Coordinator
Machine Learning Engineer | Machinist | Market Researcher | Marketing Manager | Mathematician | Mechanic | Mechanical Engineer | Meteorologist | Midwife
Mobile Developer | Motion Designer | Museum Curator | Musician | Network Engineer | Nurse | Nutritionist | Occupational Therapist | Office Manager
Operations Manager | Optician | Paralegal | Paramedic | Park Ranger | Partnerships Manager | Payroll Specialist | Pharmacist | Photographer | Physicist | Physiotherapist
Pilot | Platform Engineer | Plumber | Podcast Producer | Policy Adviser | Portfolio Manager | Primary School Teacher | Procurement Manager | Product Designer | Product Manager
Production Planner | Professor | Programme Manager | Project Manager | Property Manager | Psychologist | Public Relations Manager | QA Engineer | Quality Manager | Recruiter
Regional Sales Manager | Research Assistant | Researcher | Restaurant Manager | Risk Analyst | Sales Director | Sales Representative | Scrum Master | Security Analyst | Site Manager
Site Reliability Engineer | Social Worker | Software Architect | Software Developer | Software Engineer | Solutions Engineer | Sound Designer | Speech Therapist | Statistician
Store Manager | Structural Engineer | Supply Chain Manager | Support Engineer | Surgeon | Surveyor | Systems Administrator | Tax Adviser | Teacher | Technical Writer
Tour Guide | Town Planner | Trainer | Translator | Truck Driver | UX Designer | UX Researcher | Urban Planner | Veterinarian | Video Producer | Warehouse Manager | Web Designer
Wedding Photographer | Welder | Wine Merchant | Writer | Yoga Teacher | Zoologist
`)
