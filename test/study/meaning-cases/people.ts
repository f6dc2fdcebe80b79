/** Accounts, clinics, schools, staff, customers. */
export const people = [
  `users
id text -> -
email text -> person.email @person
name text -> person.full @person
first_name text -> person.first @person
last_name text -> person.last @person
middle_name text -> person.middle @person
full_name text -> person.full @person
display_name text -> person.full @person
username varchar(30) -> person.username @person
user_name text -> person.username @person
nickname text -> person.username @person
password text -> password @none
password_hash text -> password
encrypted_password varchar(255) -> password
phone text -> person.phone @person
mobile_phone text -> person.phone @person:mobile_phone
avatar_url text -> person.avatar @person
image text -> person.avatar @person
bio text -> person.bio @person
gender varchar(10) -> person.gender @person
date_of_birth date -> person.birthdate @person
birthdate date -> person.birthdate
job_title text -> person.job @person
company text -> company.name @company
department text -> company.department @company
website text -> internet.url
timezone text -> place.timezone @place
locale varchar(10) -> place.locale @place
language text ='en'::text -> place.language @place {"code":true}
city text -> place.city @place
country varchar(2) -> place.countryCode @place
zip text -> place.postcode @place
role text -> label.role @none
status text -> label.status @none
age int -> integer {"min":18,"max":80,"skew":"middle"}
is_active boolean -> flag {"share":0.9}
is_deleted boolean -> flag {"share":0.05}
is_admin boolean -> flag {"share":0.1}
email_verified boolean -> flag {"share":0.8}
email_confirmed_at timestamptz -> happened of created_at
email_verified_at timestamp -> happened of created_at
last_sign_in_at timestamptz -> happened of created_at
created_at timestamptz -> created
updated_at timestamptz -> updated of created_at
banned_until timestamptz -> ended
stripe_customer_id text -> finance.id {"prefix":"cus_"}
google_id text -> text.code
api_key text -> internet.token
reset_token text -> internet.token
confirmation_token varchar(255) -> internet.token
two_factor_enabled boolean -> flag {"share":0.2}
preferences jsonb -> json {"flavour":"settings"}
raw_user_meta_data jsonb -> json {"flavour":"metadata"}
skills text[] -> content.tag
languages text[] -> place.language
login_count int -> counter
failed_login_attempts int -> integer
last_ip text -> software.ip
uuid uuid -> -`,
  `Profile
firstName text -> person.first @person
lastName text -> person.last @person
dateOfBirth date -> person.birthdate @person
phoneNumber text -> person.phone @person
avatarUrl text -> person.avatar @person
jobTitle text -> person.job
createdAt timestamp -> created
updatedAt timestamp -> updated of createdAt
isActive boolean -> flag {"share":0.9}
emailVerified timestamp -> happened of createdAt
userId text fk -> -
linkedinUrl text -> internet.url
headline text -> person.job`,
  `CUSTOMERS
FIRST_NAME varchar(50) -> person.first
LAST_NAME varchar(50) -> person.last
EMAIL varchar(255) -> person.email
EMAIL_ADDRESS varchar(255) -> person.email
PHONE_NUMBER varchar(20) -> person.phone
CREATED_AT timestamp -> created
ZIP_CODE varchar(10) -> place.postcode`,
  `patients
name text -> person.full @person
mrn text -> text.code
blood_type varchar(3) -> label.kind @none
emergency_contact_name text -> person.full @person:emergency_contact
emergency_contact_phone text -> person.phone @person:emergency_contact
allergies text -> label.kind @none
height_cm int -> integer {"min":150,"max":200,"skew":"middle"}
weight_kg numeric(5,2) -> decimal {"min":45,"max":120,"skew":"middle"}
insurance_provider text -> company.name
address text -> place.address @place
dob date -> person.birthdate
ssn varchar(11) -> text.code`,
  `appointments
scheduled_at timestamptz -> due
appointment_date date -> started
start_time timestamptz -> started
end_time timestamptz -> ended of start_time
reason text -> content.note
notes text -> content.note
status text -> label.status
duration_minutes int -> integer {"min":5,"max":180,"skew":"low"}
check_in timestamptz -> started
check_out timestamptz -> ended of check_in`,
  `vitals
patient_id int fk -> -
heart_rate int -> integer {"min":55,"max":120,"skew":"middle"}
blood_pressure_systolic int -> integer {"min":100,"max":150,"skew":"middle"}
temperature numeric(4,1) -> decimal
recorded_at timestamptz -> created`,
  `students
first_name text -> person.first
student_number varchar(12) -> text.code
gpa numeric(3,2) -> decimal {"min":2,"max":4,"skew":"middle"}
enrollment_date date -> created
graduation_date date -> happened of enrollment_date
parent_name text -> person.full @person:parent
parent_email text -> person.email @person:parent
grade_level int -> integer`,
  `courses
name text -> content.title
title text -> content.title
code varchar(10) -> text.code
credits int -> -
start_date date -> started
end_date date -> ended of start_date
capacity int -> integer
semester int -> integer`,
  `employees
name text -> person.full
title text -> person.job @person
position text -> person.job
salary numeric(10,2) -> amount {"min":30000,"max":150000}
hire_date date -> created
termination_date date -> ended of hire_date
manager_name text -> person.full @person:manager
department text -> company.department
work_email text -> person.email @person
hourly_rate numeric(6,2) -> amount
employee_number text -> text.code
birth_date date -> person.birthdate
annual_salary int -> integer {"min":30000,"max":150000,"skew":"middle"}`,
  `contacts
salutation varchar(5) -> person.prefix @person
name text -> person.full
title varchar(10) -> person.prefix
company_name text -> company.name @company
industry text -> company.industry
lead_source text -> label.kind @none
linkedin_url text -> internet.url
last_contacted_at timestamptz -> happened
lead_score int -> integer {"min":0,"max":100,"skew":"middle"}
tags text[] -> content.tag
address_line_1 text -> place.street
address_line_2 text -> place.street2
state text -> place.region
postal_code text -> place.postcode`,
  `companies
name text -> company.name @company
legal_name text -> company.name
email text -> company.email @company
phone text -> person.phone @company
website text -> company.url @company
website_url text -> company.url @company
domain text -> company.domain @company
logo_url text -> internet.image @none
industry text -> company.industry @company
vat_number text -> finance.taxId
employee_count int -> counter
annual_revenue numeric -> amount
founded_year int -> integer
description text -> content.excerpt
slogan text -> company.slogan
street text -> place.street @place
city text -> place.city @place`,
  `attendees
name text -> person.full @person
email text -> person.email @person`,
  `contact_messages
name text -> person.full @person
email text -> person.email @person
subject text -> content.title @content
message text -> content.message @content`,
  `members
member_number varchar(20) -> text.code {"alphabet":"0123456789","length":8}
name_sv text -> person.full
location text -> place.city @place
remember_created_at timestamp -> happened of created_at
current_sign_in_at timestamp -> happened of created_at
created_at timestamp -> created
photo_file_name text -> file.name @file
resume_file_name text -> file.name @file:resume
resume_content_type text -> file.mime @file:resume
resume_file_size int -> file.size @file:resume`,
  `rsvps
name text -> person.full @person
email text -> person.email @person
guests_count int -> counter`,
]
