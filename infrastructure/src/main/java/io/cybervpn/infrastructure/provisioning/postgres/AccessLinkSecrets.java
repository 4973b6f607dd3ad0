package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.infrastructure.shared.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What provisioning keeps sealed. */
final class AccessLinkSecrets {
    @Produces
    @Singleton
    SealedColumn accessLinks() {
        return new SealedColumn(
                "access_link",
                "access_link",
                "access_id",
                "sealed_token",
                id -> AccessLink.purposeOf(new AccessId(id)));
    }
}
