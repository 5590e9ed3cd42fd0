package org.turno.load.tidy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A call that the project does not make.
 *
 * @param call the call without its package; constructors as {@code new Type}
 * @param where the files it is banned from
 * @param enoughArguments a call with at least so many arguments is allowed
 * @param remedy what to do instead
 */
record BannedCall(Pattern call, Predicate<SourceFile> where, int enoughArguments, String remedy) {

  private static final Pattern PACKAGE = Pattern.compile("^(new )?(?:[a-z]\\w*\\.)+(?=[A-Z])");

  private static final int NEVER = Integer.MAX_VALUE;

  private static final String ORDER =
      "its order differs from run to run: use a LinkedHashMap, a TreeMap, a list or the like";

  static final List<BannedCall> ALL =
      List.of(
          ban(
              "(System\\.(currentTimeMillis|nanoTime)|(Instant|LocalDate(Time)?|LocalTime"
                  + "|ZonedDateTime|OffsetDateTime)\\.now|Clock\\.system\\w*)",
              file -> !file.mayReadClock(),
              NEVER,
              "the domain is told the time: take timeMs from the input"),
          ban(
              "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep",
              SourceFile::isTest,
              NEVER,
              "wait for a condition, with a deadline"),
          ban(
              "new (HashMap|HashSet|IdentityHashMap|ConcurrentHashMap|WeakHashMap)",
              SourceFile::isDomain,
              NEVER,
              ORDER),
          ban("(Set|Map)\\.(of|ofEntries|copyOf)", SourceFile::isDomain, NEVER, ORDER),
          ban(
              "Collectors\\.(toSet|toUnmodifiable(Set|Map)|groupingByConcurrent)",
              SourceFile::isDomain,
              NEVER,
              ORDER),
          ban(
              "Collectors\\.toMap",
              SourceFile::isDomain,
              4,
              "name the map to collect into, for its order: LinkedHashMap::new"),
          ban(
              "Collectors\\.groupingBy",
              SourceFile::isDomain,
              3,
              "name the map to collect into, for its order: LinkedHashMap::new"),
          ban(
              "UUID\\.randomUUID|System\\.identityHashCode",
              SourceFile::isDomain,
              NEVER,
              "ids come from the sequence number of the input"),
          ban(
              "Math\\.random|ThreadLocalRandom\\.current",
              file -> true,
              NEVER,
              "use new Random(seed), and print the seed"),
          ban("new (Splittable)?Random", file -> true, 1, "give it a seed, and print the seed"),
          ban(
              "new UnsupportedOperationException",
              file -> true,
              NEVER,
              "implement it, or do not offer it"));

  private static BannedCall ban(
      String call, Predicate<SourceFile> where, int enoughArguments, String remedy) {
    return new BannedCall(Pattern.compile(call), where, enoughArguments, remedy);
  }

  boolean matches(SourceFile file, String written, int arguments) {
    String withoutPackage = PACKAGE.matcher(written).replaceFirst("$1");
    return where.test(file)
        && (enoughArguments == NEVER || arguments < enoughArguments)
        && call.matcher(withoutPackage).matches();
  }
}
