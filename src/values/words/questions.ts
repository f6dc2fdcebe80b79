import { lines } from './lines.ts'

/** Questions as people ask them in help centres, forums and surveys. */
export const questionTemplates = lines(`
How do I {action} {circumstance}?
How do I {action} {circumstance}?
How can I {action} without {fear}?
Can I {action} {circumstance}?
Can I {action} and {action} at the same time?
Is it possible to {action} {circumstance}?
Why can I not {action} {circumstance}?
What happens when I {action} {circumstance}?
What is the best way to {action} {circumstance}?
Where do I find the option to {action}?
Do I have to {action} before I {action}?
How long does it take to {action} {circumstance}?
Who is allowed to {action} {circumstance}?
Does it cost extra to {action} {circumstance}?
Should I {action} first, or {action}?
`)

export const questionLists = {
  action: lines(`
change my e-mail address
reset my password
cancel my subscription
invite a colleague
download an invoice
delete my account
move to a larger plan
add a second address
return an item
export my data
share a folder
turn off notifications
use a voucher
change the delivery date
merge two accounts
add a payment method
book for a group
transfer a ticket
restore a deleted file
switch the language
connect my calendar
update my profile picture
pay by invoice
change the owner of a team
track my order
pause my membership
import contacts
print a label
leave a review
report a mistake
upload a large file
sign in with a different address
share my calendar
set a reminder
get a refund
change the billing period
add a note to an order
see past invoices
archive a project
copy a template
assign a task to someone else
rename a workspace
block a contact
apply a discount
schedule a message
remove a device
`),
  circumstance: lines(
    `on my phone | after the trial | from abroad | as a guest | for the whole team | without an account | at short notice | on behalf of someone else | at the weekend | after the order has shipped | on two devices | once a year | as an administrator | before the next renewal | with an old account | during the holidays | for a friend | more than once`,
  ),
  fear: lines(
    `losing my data | paying twice | starting over | calling support | telling everyone | a credit card | changing my plan | waiting for days | signing in again`,
  ),
}
