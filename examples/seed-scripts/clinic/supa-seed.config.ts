import { ago, ahead, defineConfig } from 'supa-seed'

export default defineConfig({
  users: 1,
  tables: { practitioners: 1, rooms: 3, treatments: 3, patients: 61, bookings: 152 },
  fixtures: {
    users: { okafor: { email: 'dr.okafor@example.com' } },
    practitioners: { ada: { user: 'okafor', full_name: 'Ada Okafor', specialty: 'physiotherapy' } },
    rooms: { a1: { code: 'A1', floor: 0 }, a2: { code: 'A2', floor: 0 }, b1: { code: 'B1', floor: 1 } },
    treatments: {
      first: { name: 'First visit', minutes: 60, price: 95 },
      again: { name: 'Follow-up', minutes: 30, price: 55 },
      massage: { name: 'Sports massage', minutes: 45, price: 70 },
    },
    patients: {
      jonas: { patient_number: 'P-00007', full_name: 'Jonas Lindqvist', email: 'jonas@example.com', birth_date: '1984-02-29' },
    },
    bookings: {
      past: {
        patient: 'jonas',
        practitioner: 'ada',
        treatment: 'again',
        room: 'a1',
        starts_at: ago('2 days', { at: '12:00' }),
        ends_at: ago('2 days', { at: '12:30' }),
        visit_notes: { body: 'Knee much better; go on with the exercises.' },
      },
      coming: {
        patient: 'jonas',
        practitioner: 'ada',
        treatment: 'first',
        room: 'a1',
        status: 'confirmed',
        starts_at: ahead('1 week', { at: '12:00' }),
        ends_at: ahead('1 week', { at: '13:00' }),
      },
    },
  },
})
