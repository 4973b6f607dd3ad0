package io.cybervpn.domain.provisioning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A device of an access. Made of the hardware id that its app tells the panel, which is nobody's
 * business but the panel's: the same device of another access has another id.
 */
public record DeviceId(UUID value) {
    /** The id of a device; always the same for the same two. */
    public static DeviceId of(AccessId access, String hwid) {
        byte[] text = (access.value() + " " + hwid).getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
            return new DeviceId(new UUID(hash.getLong(), hash.getLong()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
