package io.cybervpn.infrastructure.identity.crypto;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash with all that it takes to make it again, in the text form of the PHC: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Arrays are not copied: it does not leave this package.
 */
@SuppressWarnings("ArrayRecordComponent")
record Argon2Hash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
    private static final Pattern TEXT =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

    /** Reads what {@link #toString} or another implementation wrote. */
    static Argon2Hash parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a stored password hash is not one of Argon2id");
        }
        Base64.Decoder decoder = Base64.getDecoder();
        return new Argon2Hash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                decoder.decode(parts.group(4)),
                decoder.decode(parts.group(5)));
    }

    /** This salt and cost with the hash of that password. Takes some 50 ms of a processor. */
    Argon2Hash with(byte[] password, BlockPool memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .withBlockPool(memory)
                        .build());
        byte[] made = new byte[hash.length];
        generator.generateBytes(password, made);
        return new Argon2Hash(memoryKib, passes, lanes, salt, made);
    }

    /** Whether it was made of that password; as slow for a wrong one. */
    boolean isOf(byte[] password, BlockPool memory) {
        return MessageDigest.isEqual(hash, with(password, memory).hash());
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memoryKib,
                        passes,
                        lanes,
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }
}
