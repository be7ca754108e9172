package org.xinbao.bureausim;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the centre has stored; built from accepted records alone. */
final class Store {

  private final SortedMap<String, Account> accounts = new TreeMap<>();
  private final Set<String> deadCodes = new HashSet<>();
  private final Map<String, NavigableMap<LocalDate, Node>> borrowers = new TreeMap<>();
  private final Set<String> persons = new HashSet<>();
  private final Map<String, NavigableMap<LocalDate, Node>> agreements = new TreeMap<>();
  private final Map<String, Node> flat = new HashMap<>();

  /** The account with this present code. */
  Optional<Account> account(String code) {
    return Optional.ofNullable(accounts.get(code));
  }

  /** All accounts by their present code. */
  SortedMap<String, Account> accounts() {
    return accounts;
  }

  /** Whether the code was one of an account that has another now (ABE012). */
  boolean isDead(String code) {
    return deadCodes.contains(code);
  }

  void add(Account account) {
    accounts.put(account.code(), account);
  }

  void remove(Account account) {
    accounts.remove(account.code());
  }

  void rename(Account account, String other) {
    accounts.remove(account.code());
    deadCodes.add(account.code());
    deadCodes.remove(other);
    account.rename(other);
    accounts.put(other, account);
  }

  /** The versions of a borrower's basic information (110) by report date; empty when unknown. */
  NavigableMap<LocalDate, Node> borrower(String key) {
    return borrowers.computeIfAbsent(key, any -> new TreeMap<>());
  }

  /** Remembers that someone of this name and document has been reported, by any source. */
  void addPerson(String name, String idType, String idNumber) {
    persons.add(personKey(name, idType, idNumber));
  }

  boolean knowsPerson(String name, String idType, String idNumber) {
    return persons.contains(personKey(name, idType, idNumber));
  }

  static String personKey(String name, String idType, String idNumber) {
    return String.join("\t", name, idType, idNumber);
  }

  /** The versions of a credit agreement (220) by report date; empty when unknown. */
  NavigableMap<LocalDate, Node> agreement(String code) {
    return agreements.computeIfAbsent(code, any -> new TreeMap<>());
  }

  boolean knowsAgreement(String code) {
    return !agreement(code).isEmpty();
  }

  /** Stores a flat record (120, 130, 140) under its identifying items; false when it was there. */
  boolean addFlat(String key, Node record) {
    return flat.putIfAbsent(key, record) == null;
  }

  Map<String, Node> flat() {
    return flat;
  }
}
