package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.SecretBox;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce of 96 bits, which is safe for some thousand million secrets under
 * one key. The text is {@code box1.<key id>.<base64url of nonce, ciphertext and tag>}.
 */
@Singleton
final class AesSecretBox implements SecretBox {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final Pattern SEALED = Pattern.compile("box1\\.([^.]+)\\.([A-Za-z0-9_-]+)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final KeyRing keys;

    /** What a shop may set under {@code cybervpn.secrets}. */
    @ConfigMapping(prefix = "cybervpn.secrets")
    interface Config {
        /** Keys as {@code id:key}, the newest first; see {@link KeyRing#of}. */
        Optional<List<String>> keys();
    }

    @Inject
    AesSecretBox(Config config) {
        this.keys = KeyRing.of("cybervpn.secrets.keys", config.keys().orElse(List.of()));
    }

    @Override
    public String seal(byte[] secret, String purpose) {
        KeyRing.Key key = keys.first();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, key, nonce, secret, purpose);
        byte[] whole =
                ByteBuffer.allocate(NONCE_BYTES + locked.length).put(nonce).put(locked).array();
        return "box1."
                + key.id()
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Override
    public byte[] open(String sealed, String purpose) {
        Matcher parts = parts(sealed);
        KeyRing.Key key =
                keys.find(parts.group(1))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "cybervpn.secrets.keys lacks the key "
                                                        + parts.group(1)));
        ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(2)));
        if (whole.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new IllegalStateException("a sealed secret is cut short");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        byte[] locked = new byte[whole.remaining()];
        whole.get(locked);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, locked, purpose);
    }

    @Override
    public boolean isCurrent(String sealed) {
        return parts(sealed).group(1).equals(keys.first().id());
    }

    private static Matcher parts(String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw new IllegalStateException("not a sealed secret");
        }
        return parts;
    }

    private static byte[] crypt(
            int mode, KeyRing.Key key, byte[] nonce, byte[] input, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(
                    mode,
                    new SecretKeySpec(key.secret(), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((key.id() + '\n' + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret does not open for its purpose", e);
        }
    }
}
