package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The panel's user of an access is found by a name of ours, the one key that every version of the
 * panel keeps: {@code cv_} and the 32 hex digits of the access.
 *
 * @param text 35 characters
 */
public record PanelUsername(String text) {
    private static final String PREFIX = "cv_";
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
