/**
 * Where the tables of the schema would stand if it were spread over many servers by district (Citus): a district's rows all on one of them,
 * what all districts share either on each or on the first alone. A test proves that the schema allows it, and that no table was forgotten.
 */

/** Spread by `tenant`, each district's rows of all of them together. */
export const DISTRIBUTED: readonly string[] = [
  'anchor',
  'case_phone',
  'case_point',
  'case_record',
  'case_settled',
  'case_task',
  'case_unit',
  'chain_head',
  'deputy',
  'exchange_message',
  'fact',
  'file',
  'follow_code',
  'idempotency_key',
  'ledger',
  'link',
  'mail_wish',
  'measure_alarm',
  'measure_cell',
  'measure_delta',
  'measure_snapshot',
  'measure_upkeep',
  'notification',
  'number_block',
  'outbox',
  'parameter_value',
  'partner_key',
  'post',
  'record',
  'record_version',
  'search_block',
  'search_gram',
  'search_rebuild',
  'search_recent',
  'search_slot',
  'sms_inbox',
  'stamp',
  'subject_key',
  'timer',
  'unit',
];

/** A copy on every server: districts refer to them, and they change seldom. Each with its reason for being shared. */
export const REFERENCE: Readonly<Record<string, string>> = {
  tenant: 'the districts',
  account: 'a person may hold posts in several districts',
  account_district: 'which districts an account may enter; asked at sign-in, before a district is chosen',
  definition: 'compiled definitions, by hash',
  named_function: 'hashes of the named functions of definitions',
};

/** On the first server alone: nothing of a district refers to them. The tables of the queue of jobs stand there, too. */
export const LOCAL: Readonly<Record<string, string>> = {
  migration: 'the history of the schema itself',
  session: 'a session belongs to an account',
  identity_event: 'sign-ins and failures, which happen before a district is known',
  master_key: 'fingerprint of the key the whole installation is sealed with',
};
