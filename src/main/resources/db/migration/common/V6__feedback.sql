-- What bureaux answered. A feedback file counts from its row in feedback on, which is written last; the rows of its
-- rejected records are there before. Numbers go up by one, so that a run can say which it used.

CREATE TABLE feedback (
  feedback_no BIGINT NOT NULL PRIMARY KEY,
  bureau VARCHAR(30) NOT NULL,
  file_name VARCHAR(300) ${binary} NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  byte_count BIGINT NOT NULL,
  -- Where it was read.
  folder VARCHAR(4096) NOT NULL,
  -- The submission that it answers.
  run_id BIGINT NOT NULL REFERENCES run (run_id),
  submission_name VARCHAR(300) NOT NULL,
  outcome VARCHAR(10) NOT NULL,
  stored BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  -- Why the whole file failed, empty when it did not.
  codes VARCHAR(1000) NOT NULL,
  created_on DATE NOT NULL,
  imported_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT feedback_once UNIQUE (bureau, file_name),
  CONSTRAINT feedback_once_a_file UNIQUE (run_id, bureau, submission_name)
);

CREATE TABLE rejected_record (
  feedback_no BIGINT NOT NULL,
  line_no BIGINT NOT NULL,
  run_id BIGINT NOT NULL,
  bureau VARCHAR(30) NOT NULL,
  record_type VARCHAR(30) NOT NULL,
  -- The loan; of records about customers and facilities what stands for them.
  loan_id VARCHAR(200) ${binary} NOT NULL,
  report_date DATE NOT NULL,
  -- Counts the records of the key in the file with that type and report date.
  place INTEGER NOT NULL,
  codes VARCHAR(1000) NOT NULL,
  record_sha256 VARCHAR(64) NOT NULL,
  PRIMARY KEY (feedback_no, line_no)
);
CREATE INDEX rejected_record_by_loan ON rejected_record (loan_id, feedback_no);

-- The records of a file are sorted by key: its first and its last one say which it can hold.
ALTER TABLE submission ADD COLUMN first_key VARCHAR(200) ${binary} DEFAULT '' NOT NULL;
ALTER TABLE submission ADD COLUMN last_key VARCHAR(200) ${binary} DEFAULT '' NOT NULL;
