package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The panel's user of an access is found by a name of ours, the one key that every version of the
 * panel keeps: {@code cv_} and the 32 hex digits of the access. A user whom the panel had before
 * keeps his name, since none can be changed there; his is stored.
 *
 * @param text 35 characters
 */
public record PanelUsername(String text) {
    private static final String PREFIX = "cv_";

    /** The version of a UUID that leaves its bits to us. */
    private static final long ADOPTED = 8;

    private static final int VERSION_SHIFT = 12;
    private static final long VERSION_BITS = 0xF000;
    private static final Pattern OURS = Pattern.compile("cv_[0-9a-f]{32}");

    /** The name of an access. */
    public static PanelUsername of(AccessId access) {
        UUID id = access.value();
        HexFormat hex = HexFormat.of();
        return new PanelUsername(
                PREFIX
                        + hex.toHexDigits(id.getMostSignificantBits())
                        + hex.toHexDigits(id.getLeastSignificantBits()));
    }

    /** An id for an access whose user the panel had before, under a name of his own. */
    public static AccessId adopted(UUID fresh) {
        long version = fresh.getMostSignificantBits() & ~VERSION_BITS | ADOPTED << VERSION_SHIFT;
        return new AccessId(new UUID(version, fresh.getLeastSignificantBits()));
    }

    /**
     * Whether a panel may know the user of an access by another name. Its id tells, so that nobody
     * has to look a name up for all the others.
     */
    public static boolean isAdopted(AccessId access) {
        return access.value().version() == ADOPTED;
    }

    /** Whose access a name is; empty for a user that is not ours. */
    public static Optional<AccessId> accessOf(String username) {
        if (!OURS.matcher(username).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes =
                ByteBuffer.wrap(HexFormat.of().parseHex(username.substring(PREFIX.length())));
        return Optional.of(new AccessId(new UUID(bytes.getLong(), bytes.getLong())));
    }
}
