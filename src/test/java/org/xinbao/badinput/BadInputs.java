package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xinbao.cli.Ended;

/**
 * Sends many damaged inputs through the program, one after the other. Each is made of its number
 * and the seed alone, so that one can be looked at again.
 */
final class BadInputs {

  private static final String DAY_BEFORE = "2026-10-30";
  private static final int BOOKS = 20;

  /** The long form shows how far it has come each time so many inputs have been read. */
  private static final long SHOWN = 1_000;

  /** The slowest good input takes a second; a minute is a hang on any machine. */
  private static final int SECONDS_MAX = 60;

  private final Path folder;
  private final long seed;
  private final Table table = new Table();
  private final List<Export> books = new ArrayList<>();
  private final Program template;
  private final Program answered;

  /** Makes the good books and the homes from which the nights start. */
  BadInputs(Path folder, long seed) throws IOException {
    this.folder = folder;
    this.seed = seed;
    for (int i = 0; i < BOOKS; i++) {
      books.add(
          i % 4 == 3
              ? SmallBooks.generated(i, folder.resolve("book" + i))
              : i % 4 == 0
                  ? SmallBooks.sample(Export.DATE, i)
                  : SmallBooks.sample(Export.DATE, i).withoutOptional());
    }
    for (Export book : books) {
      Outcome good = new ReaderPass(folder.resolve("good")).run(book, 1);
      if (good.code() != 0 || !good.complaints().isEmpty()) {
        throw new AssertionError("a good book is not read: " + good);
      }
      Trees.delete(folder.resolve("good"));
    }
    template = new Program(folder.resolve("template")).withConf();
    publish(template, SmallBooks.sameLoans(books.get(0), DAY_BEFORE), DAY_BEFORE);
    answered = new Program(folder.resolve("answered")).withConf();
    publish(answered, SmallBooks.sample(Export.DATE, 0), Export.DATE);
  }

  private void publish(Program program, Export good, String date) throws IOException {
    good.manifest(text -> text.replace(Export.DATE, date));
    Ended ended = program.nightly(good.write(folder.resolve("good-" + date)), date);
    if (ended.code() != 0 && ended.code() != 10) {
      throw new AssertionError("the good book is refused: " + ended);
    }
  }

  Table table() {
    return table;
  }

  /** Runs inputs by their numbers. */
  void run(long from, long to) throws InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor(BadInputs::thread);
    try {
      for (long number = from; number < to; number++) {
        Damage damage = new Damage(seed * 1_000_003 + number);
        long input = number;
        Future<Outcome> running = worker.submit(() -> one(input, damage));
        long began = System.nanoTime();
        try {
          Outcome outcome = running.get(SECONDS_MAX, TimeUnit.SECONDS);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
          table.add(number, Level.of(number), damage.told(), outcome, millis);
        } catch (ExecutionException e) {
          table.thrown(number, Level.of(number), damage.told(), String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
          table.hung(number, Level.of(number), damage.told());
          return;
        }
      }
    } finally {
      worker.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bad-input");
    thread.setDaemon(true);
    return thread;
  }

  private Outcome one(long number, Damage damage) throws IOException {
    Path place = folder.resolve("input" + number);
    Files.createDirectories(place);
    try {
      Export good = books.get((int) (number % BOOKS));
      return switch (Level.of(number)) {
        case READER -> new ReaderPass(place).run(damage.of(good), 1 + (int) (number % 3));
        case NIGHT -> NightPass.run(new Program(place).withConf(), damage.of(good), place);
        case NIGHT_AFTER -> NightPass.run(copy(template, place), damage.of(books.get(0)), place);
        case CONFIGURATION -> configuration(new Program(place).withConf(), good, damage, place);
        case FEEDBACK -> feedback(damage, place);
      };
    } finally {
      Trees.delete(place);
    }
  }

  private static Program copy(Program from, Path place) throws IOException {
    Trees.copy(from.home().resolveSibling(""), place);
    return new Program(place);
  }

  private static Outcome configuration(Program program, Export good, Damage damage, Path place)
      throws IOException {
    Random random = damage.random();
    List<String> files = List.of("xinbao.yaml", "products.yaml", "pboc.yaml", "zhima.yaml");
    Path file = program.conf().resolve(Nasty.pick(files, random));
    if (random.nextInt(20) == 0) {
      Files.delete(file);
    } else {
      String text = Files.readString(file, ISO_8859_1).replaceAll("(?m)^#.*\n", "");
      Files.write(file, damage.text(text).getBytes(ISO_8859_1));
    }
    return NightPass.run(program, good, place);
  }

  private Outcome feedback(Damage damage, Path place) throws IOException {
    Program program = copy(answered, place);
    Path dir = Files.createDirectories(place.resolve("answers"));
    Path file = FeedbackPass.good(program.published(Export.DATE), dir, damage.random());
    damage.note(FeedbackDamage.harm(file, damage.random()));
    return FeedbackPass.run(program, dir);
  }

  /**
   * The long form: {@code BadInputs INPUTS [SEED]} prints the table of what became of them and ends
   * with 1 when one of them did what no input may.
   */
  public static void main(String[] arguments) throws Exception {
    long inputs = Long.parseLong(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    System.out.println("seed " + seed);
    Path folder = Files.createTempDirectory("bad-inputs");
    BadInputs bad = new BadInputs(folder, seed);
    for (long from = 0; from < inputs; from += SHOWN) {
      bad.run(from, Math.min(from + SHOWN, inputs));
      System.out.println(bad.table().text());
    }
    Trees.delete(folder);
    System.exit(bad.table().complaints().isEmpty() ? 0 : 1);
  }
}
