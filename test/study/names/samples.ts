/** The classic sample databases. See `read-schemas.ts` for the notation. */
export const samples: Readonly<Record<string, string>> = {
  chinook: `
album id:i! title:v160 artist_id:if
artist id:i! name:v120
customer id:i! first_name:v40 last_name:v20 company:v80 address:v70 city:v40 state:v40 country:v40 postal_code:v10 phone:v24 fax:v24 email:v60 support_rep_id:if
employee id:i! last_name:v20 first_name:v20 title:v30 reports_to:if birth_date:t hire_date:t address:v70 city:v40 state:v40 country:v40 postal_code:v10 phone:v24 fax:v24 email:v60
genre id:i! name:v120
invoice id:i! customer_id:if invoice_date:t billing_address:v70 billing_city:v40 billing_state:v40 billing_country:v40 billing_postal_code:v10 total:n
invoice_line id:i! invoice_id:if track_id:if unit_price:n quantity:i
media_type id:i! name:v120
playlist id:i! name:v120
track id:i! name:v200 album_id:if media_type_id:if genre_id:if composer:v220 milliseconds:i bytes:i unit_price:n`,
  pagila: `
actor actor_id:i! first_name last_name last_update:t
address address_id:i! address address2 district city_id:if postal_code phone last_update:t
category category_id:i! name last_update:t
city city_id:i! city country_id:if last_update:t
country country_id:i! country last_update:t
customer customer_id:i! store_id:if first_name last_name email address_id:if activebool:b create_date:d last_update:t active:i
film film_id:i! title description release_year:i language_id:if rental_duration:i rental_rate:n length:i replacement_cost:n rating special_features:a fulltext:x
language language_id:i! name:c20 last_update:t
payment payment_id:i! customer_id:if staff_id:if rental_id:if amount:n payment_date:t
staff staff_id:i! first_name last_name address_id:if email store_id:if active:b username password picture:x
store store_id:i! manager_staff_id:if address_id:if last_update:t`,
  northwind: `
categories category_id:i! category_name:v15 description picture:x
customers customer_id:v5! company_name:v40 contact_name:v30 contact_title:v30 address:v60 city:v15 region:v15 postal_code:v10 country:v15 phone:v24 fax:v24
employees employee_id:i! last_name:v20 first_name:v10 title:v30 title_of_courtesy:v25 birth_date:d hire_date:d address:v60 city:v15 region:v15 postal_code:v10 country:v15 home_phone:v24 extension:v4 photo:x notes reports_to:if photo_path:v255
orders order_id:i! customer_id:v5f employee_id:if order_date:d required_date:d shipped_date:d ship_via:if freight:n ship_name:v40 ship_address:v60 ship_city:v15 ship_region:v15 ship_postal_code:v10 ship_country:v15
products product_id:i! product_name:v40 supplier_id:if category_id:if quantity_per_unit:v20 unit_price:n units_in_stock:i discontinued:i
region region_id:i! region_description:v60
shippers shipper_id:i! company_name:v40 phone:v24
suppliers supplier_id:i! company_name:v40 contact_name:v30 contact_title:v30 address:v60 city:v15 region:v15 postal_code:v10 country:v15 phone:v24 fax:v24 homepage
territories territory_id:v20! territory_description:v60 region_id:if
us_states state_id:i! state_name:v100 state_abbr:v2 state_region:v50`,
  adventureworks: `
address addressid:i! addressline1:v60 addressline2:v60 city:v30 stateprovinceid:if postalcode:v15 modifieddate:t
countryregion countryregioncode:v3! name:v50
department departmentid:i! name:v50 groupname:v50
emailaddress businessentityid:if emailaddress:v50
employee businessentityid:i! nationalidnumber:v15 loginid:v256 jobtitle:v50 birthdate:d maritalstatus:c1 gender:c1 hiredate:d
jobcandidate jobcandidateid:i! resume:x
person businessentityid:i! persontype:c2 title:v8 firstname:v50 middlename:v50 lastname:v50 suffix:v10 emailpromotion:i
phonenumbertype id:i! name:v50
personphone businessentityid:if phonenumber:v25
product productid:i! name:v50 productnumber:v25 makeflag:b color:v15 safetystocklevel:i standardcost:n listprice:n size:v5 sizeunitmeasurecode:c3f weightunitmeasurecode:c3f weight:n productline:c2 class:c2 style:c2
productcategory id:i! name:v50
productdescription id:i! description:v400
productmodel id:i! name:v50 catalogdescription:x instructions:x
productphoto id:i! thumbnailphotofilename:v50 largephotofilename:v50
productreview id:i! productid:if reviewername:v50 reviewdate:t emailaddress:v50 rating:i comments:v3850
salesorderheader id:i! revisionnumber:i orderdate:t duedate:t shipdate:t status:i purchaseordernumber:v25 accountnumber:v15 creditcardapprovalcode:v15 subtotal:n taxamt:n freight:n totaldue:n comment:v128
creditcard id:i! cardtype:v50 cardnumber:v25 expmonth:i expyear:i
currency currencycode:c3! name:v50
salesreason id:i! name:v50 reasontype:v50
salesterritory id:i! name:v50 countryregioncode:v3f group:v50
shipmethod id:i! name:v50 shipbase:n shiprate:n
specialoffer id:i! description:v255 discountpct:n type:v50 category:v50 startdate:t enddate:t
stateprovince id:i! stateprovincecode:c3 countryregioncode:v3f name:v50
store id:i! name:v50
unitmeasure unitmeasurecode:c3! name:v50
vendor id:i! accountnumber:v15 name:v50 creditrating:i purchasingwebserviceurl:v1024
workorder id:i! orderqty:i startdate:t enddate:t duedate:t`,
  employees: `
employees emp_no:i! birth_date:d first_name:v14 last_name:v16 gender:v1 hire_date:d
departments dept_no:c4! dept_name:v40
titles emp_no:if title:v50 from_date:d to_date:d
salaries emp_no:if salary:i from_date:d to_date:d`,
  hospital: `
patients id:u! mrn first_name last_name date_of_birth:d gender blood_type phone email address city postal_code emergency_contact_name emergency_contact_phone allergies insurance_provider insurance_number primary_language marital_status
doctors id:u! first_name last_name specialty license_number phone email department bio room_number
appointments id:u! patient_id:uf doctor_id:uf scheduled_at:t reason status notes cancellation_reason type
prescriptions id:u! patient_id:uf medication_name dosage frequency instructions prescribed_by_name status start_date:d end_date:d refills:i
diagnoses id:u! code description severity notes diagnosed_at:t
lab_results id:u! test_name result_value unit reference_range status comments collected_at:t
wards id:u! name floor building description capacity:i
invoices id:u! invoice_number status payment_method insurance_claim_number total:n
medical_records id:u! title chief_complaint symptoms treatment_plan diagnosis notes
allergies id:u! allergen reaction severity notes`,
  school: `
students id:u! student_number first_name last_name email phone address city guardian_name guardian_phone guardian_email grade_level enrollment_status nationality
teachers id:u! employee_number first_name last_name email phone subject qualification hire_date:d
courses id:u! code title description level credits:i syllabus department semester
lessons id:u! course_id:uf title content video_url summary position:i slug
enrollments id:u! status grade completion_status certificate_url
assignments id:u! title description instructions due_date:t attachment_url
submissions id:u! content feedback file_url status grade letter_grade
classrooms id:u! name building room_number capacity:i
announcements id:u! title body audience
grades id:u! grade remarks term academic_year`,
}
