package org.turno.server.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.pbx.CustomerMarks;
import org.turno.server.config.Secret;

/**
 * Marks of customers: a keyed hash of what the dialplan says, so that neither the journal nor
 * anything made from it holds that. Callers of protected lines get none. Safe for any thread.
 */
final class Customers implements CustomerMarks {
  private static final String HASH = "HmacSHA256";
  private static final int MARK_BYTES = 10;

  private final SecretKeySpec key;
  private volatile SortedSet<LineId> open = Collections.emptySortedSet();

  /**
   * For the lines of a configuration.
   *
   * @param key without one, a key that is never written and ends with the process
   */
  Customers(FloorPlan plan, Optional<Secret> key) {
    this.key =
        new SecretKeySpec(
            key.map(secret -> secret.reveal().getBytes(StandardCharsets.UTF_8))
                .orElseGet(Customers::ofChance),
            HASH);
    inForce(plan);
  }

  private static byte[] ofChance() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Another configuration is in force. */
  void inForce(FloorPlan plan) {
    open =
        new TreeSet<>(
            plan.lines().stream().filter(line -> !line.protectedLine()).map(LinePlan::id).toList());
  }

  @Override
  public @Nullable CustomerId mark(LineId line, String said) {
    if (!open.contains(line)) {
      return null;
    }
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      byte[] hash = mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
      return new CustomerId(HexFormat.of().formatHex(Arrays.copyOf(hash, MARK_BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HASH, e);
    }
  }
}
