package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.infrastructure.shared.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What identity keeps sealed. */
final class SealedIdentitySecrets {
    @Produces
    @Singleton
    SealedColumn totp() {
        return new SealedColumn(
                "totp",
                "second_factor",
                "account_id",
                "sealed_secret",
                id -> SecondFactor.purposeOf(new AccountId(id)));
    }

    @Produces
    @Singleton
    SealedColumn exports() {
        return new SealedColumn(
                "export", "account_export_piece", "id", "sealed", ExportPiece::purposeOf);
    }
}
