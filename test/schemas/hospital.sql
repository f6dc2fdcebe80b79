-- A hospital with a Postgres schema for each department: domains, composite natural keys, versions of records, look-up tables, cross-schema keys.
CREATE SCHEMA ref; CREATE SCHEMA people; CREATE SCHEMA clinic; CREATE SCHEMA lab; CREATE SCHEMA billing; CREATE SCHEMA audit;

CREATE DOMAIN ref.icd10 AS varchar(8) CHECK (VALUE ~ '^[A-TV-Z][0-9]{2}(\.[0-9A-Z]{1,4})?$');
CREATE DOMAIN ref.mrn AS char(10) CHECK (VALUE ~ '^MR[0-9]{8}$');
CREATE DOMAIN ref.email AS text CHECK (VALUE ~* '^[^@[:space:]]+@[^@[:space:]]+\.[a-z]{2,}$' AND length(VALUE) <= 254);
CREATE DOMAIN ref.phone AS text CHECK (VALUE ~ '^\+[1-9][0-9]{6,14}$');
CREATE DOMAIN ref.percentage AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN ref.amount AS numeric(12, 2) NOT NULL CHECK (VALUE >= 0);
CREATE DOMAIN ref.short_code AS varchar(6) CHECK (VALUE = upper(VALUE) AND VALUE <> '');
CREATE TYPE ref.sex AS ENUM ('female', 'male', 'diverse', 'unknown');
CREATE TYPE clinic.triage AS ENUM ('immediate', 'very urgent', 'urgent', 'standard', 'non-urgent');
CREATE TYPE lab.flag AS ENUM ('low', 'normal', 'high', 'critical');

CREATE TABLE ref.country (code char(2) PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'), name text NOT NULL UNIQUE);
CREATE TABLE ref.language (code varchar(3) PRIMARY KEY, name text NOT NULL);
CREATE TABLE ref.diagnosis (code ref.icd10 PRIMARY KEY, title text NOT NULL, chapter smallint NOT NULL CHECK (chapter BETWEEN 1 AND 22), billable boolean NOT NULL DEFAULT true);
CREATE TABLE ref.procedure (code varchar(12), revision smallint, title text NOT NULL, base_points numeric(8, 2) NOT NULL CHECK (base_points > 0), PRIMARY KEY (code, revision));
CREATE TABLE ref.drug (
  ndc varchar(13) PRIMARY KEY CHECK (ndc ~ '^[0-9]{5}-[0-9]{4}-[0-9]{2}$'),
  name text NOT NULL,
  form text NOT NULL CHECK (form IN ('tablet', 'capsule', 'injection', 'infusion', 'ointment')),
  strength_mg numeric(9, 3) CHECK (strength_mg > 0),
  controlled boolean NOT NULL DEFAULT false,
  schedule smallint CHECK (schedule BETWEEN 1 AND 5),
  CHECK (controlled = (schedule IS NOT NULL))
);
CREATE TABLE ref.drug_interaction (
  drug_a varchar(13) REFERENCES ref.drug,
  drug_b varchar(13) REFERENCES ref.drug,
  severity text NOT NULL CHECK (severity IN ('minor', 'moderate', 'major')),
  advice text,
  PRIMARY KEY (drug_a, drug_b),
  CHECK (drug_a < drug_b)
);
CREATE TABLE people.person (
  person_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  given_name text NOT NULL CHECK (btrim(given_name) <> ''),
  family_name text NOT NULL CHECK (btrim(family_name) <> ''),
  born_on date NOT NULL CHECK (born_on > '1900-01-01' AND born_on <= current_date),
  died_on date,
  sex ref.sex NOT NULL DEFAULT 'unknown',
  nationality char(2) REFERENCES ref.country,
  email ref.email UNIQUE,
  phone ref.phone,
  CONSTRAINT lives_before_dying CHECK (died_on IS NULL OR died_on >= born_on)
);
CREATE TABLE people.patient (
  mrn ref.mrn PRIMARY KEY,
  person_id bigint NOT NULL UNIQUE REFERENCES people.person,
  blood_group text CHECK (blood_group IN ('0', 'A', 'B', 'AB')),
  rhesus char(1) CHECK (rhesus IN ('+', '-')),
  language varchar(3) REFERENCES ref.language,
  registered_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((blood_group IS NULL) = (rhesus IS NULL))
);
CREATE TABLE people.emergency_contact (
  mrn ref.mrn REFERENCES people.patient ON DELETE CASCADE,
  rank smallint CHECK (rank BETWEEN 1 AND 3),
  name text NOT NULL,
  phone ref.phone NOT NULL,
  relation text NOT NULL,
  PRIMARY KEY (mrn, rank)
);
CREATE TABLE people.department (
  code ref.short_code PRIMARY KEY,
  name text NOT NULL UNIQUE,
  parent ref.short_code REFERENCES people.department,
  head_id bigint,
  cost_centre char(6) NOT NULL CHECK (cost_centre ~ '^[0-9]{6}$'),
  CHECK (parent IS DISTINCT FROM code)
);
CREATE TABLE people.employee (
  employee_id bigint PRIMARY KEY REFERENCES people.person,
  badge integer NOT NULL UNIQUE CHECK (badge BETWEEN 10000 AND 99999),
  department ref.short_code NOT NULL REFERENCES people.department,
  hired_on date NOT NULL,
  left_on date CHECK (left_on > hired_on),
  fte ref.percentage NOT NULL DEFAULT 100,
  UNIQUE (employee_id, department)
);
ALTER TABLE people.department ADD FOREIGN KEY (head_id, code) REFERENCES people.employee (employee_id, department);
CREATE TABLE people.physician (
  employee_id bigint PRIMARY KEY REFERENCES people.employee ON DELETE CASCADE,
  licence varchar(20) NOT NULL UNIQUE,
  specialty text NOT NULL,
  supervisor_id bigint REFERENCES people.physician CHECK (supervisor_id <> employee_id)
);
CREATE TABLE people.nurse (employee_id bigint PRIMARY KEY REFERENCES people.employee ON DELETE CASCADE, grade smallint NOT NULL CHECK (grade IN (5, 6, 7, 8)), night_shift boolean NOT NULL DEFAULT false);
CREATE TABLE people.shift (
  employee_id bigint REFERENCES people.employee,
  starts_at timestamptz,
  ends_at timestamptz NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (employee_id, starts_at),
  CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '16 hours')
);
CREATE TABLE clinic.ward (
  department ref.short_code REFERENCES people.department,
  number smallint CHECK (number > 0),
  name text NOT NULL,
  floor smallint NOT NULL CHECK (floor BETWEEN -2 AND 12),
  beds smallint NOT NULL CHECK (beds BETWEEN 1 AND 60),
  PRIMARY KEY (department, number)
);
CREATE TABLE clinic.bed (
  department ref.short_code,
  ward smallint,
  label varchar(4),
  kind text NOT NULL DEFAULT 'standard' CHECK (kind IN ('standard', 'intensive', 'isolation')),
  PRIMARY KEY (department, ward, label),
  FOREIGN KEY (department, ward) REFERENCES clinic.ward (department, number)
);
CREATE TABLE clinic.encounter (
  mrn ref.mrn REFERENCES people.patient,
  seq integer CHECK (seq >= 1),
  kind text NOT NULL CHECK (kind IN ('inpatient', 'outpatient', 'emergency')),
  triage clinic.triage,
  physician_id bigint NOT NULL REFERENCES people.physician,
  department ref.short_code NOT NULL REFERENCES people.department,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('discharged', 'transferred', 'deceased')),
  PRIMARY KEY (mrn, seq),
  CONSTRAINT triage_in_emergency CHECK ((kind = 'emergency') = (triage IS NOT NULL)),
  CONSTRAINT ended_with_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT ends_after CHECK (ended_at > started_at)
);
CREATE TABLE clinic.bed_stay (
  stay_id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  mrn ref.mrn NOT NULL,
  seq integer NOT NULL,
  department ref.short_code NOT NULL,
  ward smallint NOT NULL,
  bed varchar(4) NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during)),
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter,
  FOREIGN KEY (department, ward, bed) REFERENCES clinic.bed
);
CREATE TABLE clinic.encounter_diagnosis (
  mrn ref.mrn,
  seq integer,
  code ref.icd10 REFERENCES ref.diagnosis,
  rank smallint NOT NULL CHECK (rank > 0),
  certainty char(1) NOT NULL DEFAULT 'G' CHECK (certainty IN ('G', 'V', 'A', 'Z')),
  PRIMARY KEY (mrn, seq, code),
  UNIQUE (mrn, seq, rank),
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter ON DELETE CASCADE
);
CREATE TABLE clinic.encounter_procedure (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  mrn ref.mrn NOT NULL,
  seq integer NOT NULL,
  code varchar(12) NOT NULL,
  revision smallint NOT NULL,
  performed_by bigint REFERENCES people.physician,
  performed_at timestamptz NOT NULL,
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter,
  FOREIGN KEY (code, revision) REFERENCES ref.procedure
);
CREATE TABLE clinic.vital (
  mrn ref.mrn,
  seq integer,
  measured_at timestamptz,
  systolic smallint CHECK (systolic BETWEEN 50 AND 260),
  diastolic smallint CHECK (diastolic BETWEEN 30 AND 160),
  pulse smallint CHECK (pulse BETWEEN 20 AND 250),
  temperature numeric(3, 1) CHECK (temperature BETWEEN 30 AND 43),
  oxygen ref.percentage,
  PRIMARY KEY (mrn, seq, measured_at),
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter,
  CHECK (systolic > diastolic),
  CHECK (num_nonnulls(systolic, pulse, temperature, oxygen) >= 1)
);
CREATE TABLE clinic.allergy (
  mrn ref.mrn NOT NULL REFERENCES people.patient,
  ndc varchar(13) REFERENCES ref.drug,
  substance text,
  reaction text NOT NULL,
  noted_on date NOT NULL DEFAULT current_date,
  CHECK (num_nonnulls(ndc, substance) = 1)
);
CREATE UNIQUE INDEX allergy_once ON clinic.allergy (mrn, coalesce(ndc, ''), lower(coalesce(substance, '')));
CREATE TABLE clinic.prescription (
  prescription_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mrn ref.mrn NOT NULL,
  seq integer NOT NULL,
  ndc varchar(13) NOT NULL REFERENCES ref.drug,
  prescriber_id bigint NOT NULL REFERENCES people.physician,
  dose_mg numeric(9, 3) NOT NULL CHECK (dose_mg > 0),
  times_a_day smallint NOT NULL CHECK (times_a_day BETWEEN 1 AND 8),
  daily_mg numeric(12, 3) GENERATED ALWAYS AS (dose_mg * times_a_day) STORED,
  validity daterange NOT NULL,
  replaces_id bigint UNIQUE REFERENCES clinic.prescription,
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter
);
CREATE TABLE clinic.administration (
  prescription_id bigint REFERENCES clinic.prescription,
  given_at timestamptz,
  nurse_id bigint NOT NULL REFERENCES people.nurse,
  refused boolean NOT NULL DEFAULT false,
  reason text,
  PRIMARY KEY (prescription_id, given_at),
  CHECK (NOT refused OR reason IS NOT NULL)
);
CREATE TABLE clinic.note (
  note_id uuid,
  version integer CHECK (version >= 1),
  mrn ref.mrn NOT NULL,
  seq integer NOT NULL,
  author_id bigint NOT NULL REFERENCES people.employee,
  body text NOT NULL,
  is_current boolean NOT NULL DEFAULT true,
  signed_at timestamptz,
  PRIMARY KEY (note_id, version),
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter
);
CREATE UNIQUE INDEX note_current ON clinic.note (note_id) WHERE is_current;
CREATE TABLE clinic.appointment (
  id bigserial PRIMARY KEY,
  physician_id bigint NOT NULL REFERENCES people.physician,
  mrn ref.mrn NOT NULL REFERENCES people.patient,
  slot timestamptz NOT NULL,
  minutes smallint NOT NULL DEFAULT 15 CHECK (minutes % 5 = 0 AND minutes BETWEEN 5 AND 120),
  status text NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'arrived', 'seen', 'missed', 'cancelled')),
  cancelled_at timestamptz,
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
);
CREATE UNIQUE INDEX appointment_slot ON clinic.appointment (physician_id, slot) WHERE status <> 'cancelled';
CREATE TABLE lab.test (loinc varchar(7) PRIMARY KEY CHECK (loinc ~ '^[0-9]{1,5}-[0-9]$'), name text NOT NULL, unit varchar(12), low numeric(10, 3), high numeric(10, 3), CHECK (low IS NULL OR high IS NULL OR low < high));
CREATE TABLE lab.panel (code ref.short_code PRIMARY KEY, name text NOT NULL);
CREATE TABLE lab.panel_test (panel ref.short_code REFERENCES lab.panel, loinc varchar(7) REFERENCES lab.test, position smallint NOT NULL, PRIMARY KEY (panel, loinc), UNIQUE (panel, position) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE lab.specimen (
  accession varchar(14) PRIMARY KEY CHECK (accession ~ '^[0-9]{4}-[A-Z]{2}-[0-9]{6}$'),
  mrn ref.mrn NOT NULL,
  seq integer NOT NULL,
  material text NOT NULL CHECK (material IN ('blood', 'urine', 'swab', 'tissue')),
  collected_at timestamptz NOT NULL,
  received_at timestamptz CHECK (received_at >= collected_at),
  volume_ml numeric(6, 2) CHECK (volume_ml > 0),
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter
);
CREATE TABLE lab.result (
  accession varchar(14) REFERENCES lab.specimen ON DELETE CASCADE,
  loinc varchar(7) REFERENCES lab.test,
  value_number numeric(12, 4),
  value_text text,
  flag lab.flag NOT NULL DEFAULT 'normal',
  verified_by bigint REFERENCES people.employee,
  verified_at timestamptz,
  PRIMARY KEY (accession, loinc),
  CHECK ((value_number IS NULL) <> (value_text IS NULL)),
  CHECK ((verified_by IS NULL) = (verified_at IS NULL))
);
CREATE TABLE billing.insurer (id serial PRIMARY KEY, name text NOT NULL UNIQUE, payer_id char(5) NOT NULL UNIQUE CHECK (payer_id ~ '^[0-9]{5}$'));
CREATE TABLE billing.policy (
  insurer_id integer REFERENCES billing.insurer,
  number varchar(20),
  mrn ref.mrn NOT NULL REFERENCES people.patient,
  valid daterange NOT NULL DEFAULT daterange(current_date, NULL),
  priority smallint NOT NULL DEFAULT 1 CHECK (priority IN (1, 2, 3)),
  PRIMARY KEY (insurer_id, number),
  UNIQUE (mrn, priority)
);
CREATE TABLE billing.claim (
  claim_id bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
  mrn ref.mrn NOT NULL,
  seq integer NOT NULL,
  insurer_id integer,
  policy_number varchar(20),
  billed ref.amount,
  allowed ref.amount DEFAULT 0,
  patient_share ref.amount DEFAULT 0,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'sent', 'paid', 'denied')),
  sent_on date,
  settled_on date,
  FOREIGN KEY (mrn, seq) REFERENCES clinic.encounter,
  FOREIGN KEY (insurer_id, policy_number) REFERENCES billing.policy MATCH FULL,
  CHECK (allowed <= billed AND patient_share <= allowed),
  CHECK (CASE status WHEN 'open' THEN sent_on IS NULL AND settled_on IS NULL WHEN 'sent' THEN sent_on IS NOT NULL AND settled_on IS NULL ELSE sent_on IS NOT NULL AND settled_on >= sent_on END)
);
CREATE TABLE billing.claim_line (
  claim_id bigint REFERENCES billing.claim ON DELETE CASCADE,
  line smallint CHECK (line >= 1),
  code varchar(12) NOT NULL,
  revision smallint NOT NULL,
  units numeric(6, 2) NOT NULL DEFAULT 1 CHECK (units > 0),
  price ref.amount,
  PRIMARY KEY (claim_id, line),
  FOREIGN KEY (code, revision) REFERENCES ref.procedure
);
CREATE TABLE billing.payment (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), claim_id bigint NOT NULL REFERENCES billing.claim, payer text NOT NULL CHECK (payer IN ('insurer', 'patient')), amount numeric(12, 2) NOT NULL CHECK (amount <> 0), received_on date NOT NULL, reference text UNIQUE);
CREATE TABLE audit.change (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, relation text NOT NULL, operation char(1) NOT NULL CHECK (operation IN ('I', 'U', 'D')), old_row jsonb, new_row jsonb, changed_by name NOT NULL DEFAULT current_user, changed_at timestamptz NOT NULL DEFAULT clock_timestamp());

CREATE FUNCTION audit.log() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO audit.change (relation, operation, old_row) VALUES (TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, 'D', to_jsonb(OLD));
    RETURN OLD;
  END IF;
  INSERT INTO audit.change (relation, operation, old_row, new_row)
  VALUES (TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, left(TG_OP, 1), CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END, to_jsonb(NEW));
  RETURN NEW;
END $$;
CREATE TRIGGER audited AFTER INSERT OR UPDATE ON clinic.prescription FOR EACH ROW EXECUTE FUNCTION audit.log();
CREATE TRIGGER audited AFTER INSERT OR UPDATE ON billing.claim FOR EACH ROW EXECUTE FUNCTION audit.log();
CREATE FUNCTION clinic.check_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.received_at IS NOT NULL AND NEW.received_at < NEW.collected_at THEN
    RAISE EXCEPTION 'a specimen cannot be received before it is collected';
  END IF;
  NEW.accession := upper(NEW.accession);
  RETURN NEW;
END $$;
CREATE TRIGGER specimen_times BEFORE INSERT OR UPDATE ON lab.specimen FOR EACH ROW EXECUTE FUNCTION clinic.check_times();
