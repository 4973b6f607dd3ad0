package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.domain.provisioning.PanelKind;
import java.util.Set;

/** Makes ways to the panels of one kind. */
public interface PanelModules {
    /** Which. */
    PanelKind kind();

    /** Names of the secrets that such a panel may have. */
    Set<String> secretFields();

    /** Whether a secret may look like this. */
    boolean accepts(String field, String value);

    /** Makes one; connects only when it is called. */
    PanelModule connect(PanelConnection connection, PanelPulse pulse);
}
