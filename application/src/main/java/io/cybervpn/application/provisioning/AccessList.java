package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Page;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The records as staff read them. */
public interface AccessList {
    /** A page, those changed last first. */
    Uni<Page<AccessView>> page(Optional<AccessStatus> status, Page.Request request);
}
