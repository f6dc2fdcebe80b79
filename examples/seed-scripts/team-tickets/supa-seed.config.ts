import { ago, defineConfig } from 'supa-seed'

export default defineConfig({
  users: 3,
  tables: { tickets: 121 },
  fixtures: {
    users: { lead: {}, agent: {}, customer: {} },
    accounts: {
      helpdesk: {
        name: 'Helpdesk',
        slug: 'helpdesk',
        is_personal_account: false,
        primary_owner_user: 'lead',
        accounts_memberships: [
          { user: 'lead', account_role: 'owner' },
          { user: 'agent', account_role: 'member' },
        ],
        ticket_labels: [{ $handle: 'bug', name: 'bug' }, { $handle: 'billing', name: 'billing' }],
      },
    },
    tickets: {
      invoice: {
        id: 501,
        account: 'helpdesk',
        created_by: 'lead',
        assigned_to: 'agent',
        title: 'Invoice shows the wrong amount',
        status: 'open',
        priority: 'urgent',
        created_at: ago('2 days'),
        ticket_messages: [
          { author: 'lead', body: 'The invoice of this month counts one seat too many.', created_at: ago('2 days') },
          { author: 'agent', body: 'I am on it.', created_at: ago('1 day') },
        ],
        ticket_labels: ['bug', 'billing'],
      },
    },
  },
})
