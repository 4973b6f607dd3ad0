package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.PanelId;
import java.util.UUID;

/**
 * A sealed secret of a panel. Of the configured panel it takes the place of a configured one.
 *
 * @param id new with each value
 * @param field its name, such as {@code token}
 * @param sealed under {@link #purposeOf} its id
 */
public record PanelSecret(UUID id, PanelId panel, String field, String sealed) {
    /** What the secret of an id is sealed for. */
    public static String purposeOf(UUID id) {
        return "panel:" + id;
    }
}
