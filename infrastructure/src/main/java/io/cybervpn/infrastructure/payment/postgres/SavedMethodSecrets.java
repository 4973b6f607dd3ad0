package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.infrastructure.shared.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What payment keeps sealed. */
final class SavedMethodSecrets {
    @Produces
    @Singleton
    SealedColumn savedMethods() {
        return new SealedColumn(
                "saved_method",
                "saved_method",
                "id",
                "sealed_token",
                id -> SavedMethod.purposeOf(new SavedMethodId(id)));
    }

    @Produces
    @Singleton
    SealedColumn methodsToRelease() {
        return new SealedColumn(
                "saved_method_release",
                "saved_method_release",
                "id",
                "sealed_token",
                id -> SavedMethod.purposeOf(new SavedMethodId(id)));
    }
}
