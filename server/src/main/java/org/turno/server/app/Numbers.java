package org.turno.server.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.SealedNumber;
import org.turno.pbx.SealedNumbers;
import org.turno.server.config.Secret;

/**
 * Numbers of those who are to be called back. What the journal keeps is sealed by AES-256 in GCM
 * under a key made of the configured secret and of chance of its own ({@link NumberKeys}), which is
 * erased as soon as nobody waits for a call to that number: from then on neither the journal nor
 * the secret, nor both, give it. While somebody waits the same number gives the same text. All are
 * of one length. Safe for any thread.
 */
final class Numbers implements SealedNumbers, AutoCloseable {
  private static final String HASH = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int TAG_BITS = 128;
  private static final int LENGTH = 24;

  /** Of zeros: a key of chance seals one number and no other. */
  private static final byte[] NONCE = new byte[12];

  private final SecretKeySpec sealing;
  private final SecretKeySpec marking;
  private final NumberKeys keys;
  private final Map<ContactId, String> wanted = new TreeMap<>();
  private final Map<String, Integer> told = new TreeMap<>();
  private final ExecutorService eraser =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("turno-numbers").daemon().factory());

  Numbers(Secret secret, NumberKeys keys) {
    sealing = derived(secret, "turno callback seal");
    marking = derived(secret, "turno callback mark");
    this.keys = keys;
  }

  private static SecretKeySpec derived(Secret secret, String use) {
    byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
    return new SecretKeySpec(
        hash(new SecretKeySpec(key, HASH), use.getBytes(StandardCharsets.UTF_8)), HASH);
  }

  /**
   * Takes up what an earlier Turno left, before anything is sealed or opened, and erases the keys
   * of all others.
   *
   * @param waiting who is to be called back, as of now
   */
  synchronized void takeUp(Map<ContactId, SealedNumber> waiting) {
    waiting.forEach((contact, number) -> wanted.put(contact, NumberKeys.nameIn(number.value())));
    keys.load(wanted.values());
  }

  @Override
  public synchronized @Nullable SealedNumber seal(String number) {
    if (!number.matches("\\+?[0-9]{2,20}")) {
      return null;
    }
    byte[] text = Arrays.copyOf(number.getBytes(StandardCharsets.US_ASCII), LENGTH);
    NumberKeys.Key key = keys.of(hash(marking, text));
    told.merge(key.name(), 1, Integer::sum);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key).doFinal(text);
      return new SealedNumber(key.name() + HexFormat.of().formatHex(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  @Override
  public synchronized @Nullable String open(SealedNumber sealed) {
    NumberKeys.Key key = keys.find(NumberKeys.nameIn(sealed.value()));
    if (key == null) {
      return null;
    }
    try {
      byte[] whole = HexFormat.of().parseHex(sealed.value().substring(key.name().length()));
      byte[] text = cipher(Cipher.DECRYPT_MODE, key).doFinal(whole);
      return new String(text, StandardCharsets.US_ASCII).replace("\0", "");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return null; // sealed with another secret
    }
  }

  /** Follows what is decided, once it is in the journal: keys of who waits no more are erased. */
  void decided(Entry entry) {
    if (entry.input() instanceof PbxInput.NumberTold
        || entry.events().stream().anyMatch(Numbers::concerns)) {
      eraser.execute(() -> follow(entry));
    }
  }

  private static boolean concerns(Event event) {
    return event instanceof ContactEvent.Callback || event instanceof ContactEvent.Ended;
  }

  private synchronized void follow(Entry entry) {
    for (Event event : entry.events()) {
      if (event instanceof ContactEvent.Callback.Granted granted) {
        wanted.put(granted.contact(), NumberKeys.nameIn(granted.number().value()));
      } else if (event instanceof ContactEvent.Callback.CallerAnswered answered) {
        eraseUnlessWanted(wanted.remove(answered.contact()));
      } else if (event instanceof ContactEvent.Ended ended) {
        eraseUnlessWanted(wanted.remove(ended.contact()));
      }
    }
    if (entry.input() instanceof PbxInput.NumberTold fact) {
      String name = NumberKeys.nameIn(fact.number().value());
      told.computeIfPresent(name, (same, times) -> times > 1 ? times - 1 : null);
      eraseUnlessWanted(name);
    }
  }

  /** A number that is on its way to the core will be wanted, or not: that is told soon. */
  private void eraseUnlessWanted(@Nullable String name) {
    if (name != null && !wanted.containsValue(name) && !told.containsKey(name)) {
      keys.erase(name);
    }
  }

  private Cipher cipher(int mode, NumberKeys.Key key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    SecretKeySpec own = new SecretKeySpec(hash(sealing, key.chance()), "AES");
    cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, NONCE));
    return cipher;
  }

  private static byte[] hash(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HASH, e);
    }
  }

  /** Ends when what was decided so far has been followed. */
  @Override
  public void close() {
    eraser.close();
  }
}
