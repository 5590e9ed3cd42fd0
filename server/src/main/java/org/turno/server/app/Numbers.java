package org.turno.server.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.SealedNumber;
import org.turno.pbx.SealedNumbers;
import org.turno.server.config.Secret;

/**
 * Numbers sealed under a secret key: AES-256 in GCM, its nonce a keyed hash of the number, so that
 * the same number gives the same text and two numbers never share a nonce but by an accident of 96
 * bits. All are of one length. Safe for any thread.
 */
final class Numbers implements SealedNumbers {
  private static final String HASH = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LENGTH = 24;

  private final SecretKeySpec sealing;
  private final SecretKeySpec naming;

  Numbers(Secret key) {
    sealing = new SecretKeySpec(derived(key, "turno callback seal"), "AES");
    naming = new SecretKeySpec(derived(key, "turno callback nonce"), HASH);
  }

  private static byte[] derived(Secret key, String use) {
    byte[] secret = key.reveal().getBytes(StandardCharsets.UTF_8);
    return hash(new SecretKeySpec(secret, HASH), use.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable SealedNumber seal(String number) {
    if (!number.matches("\\+?[0-9]{2,20}")) {
      return null;
    }
    byte[] text = Arrays.copyOf(number.getBytes(StandardCharsets.US_ASCII), LENGTH);
    byte[] nonce = Arrays.copyOf(hash(naming, text), NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text);
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return new SealedNumber(HexFormat.of().formatHex(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  @Override
  public @Nullable String open(SealedNumber sealed) {
    try {
      byte[] whole = HexFormat.of().parseHex(sealed.value());
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
      return new String(text, StandardCharsets.US_ASCII).replace("\0", "");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return null; // sealed with another key
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
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
}
