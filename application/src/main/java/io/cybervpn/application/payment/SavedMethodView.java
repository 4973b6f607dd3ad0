package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.SavedMethod;
import java.time.Instant;

/**
 * A way to pay that its owner let us keep, as he sees it.
 *
 * @param title masked
 */
public record SavedMethodView(SavedMethodId id, String provider, String title, Instant savedAt) {
    static SavedMethodView of(SavedMethod method) {
        return new SavedMethodView(method.id(), method.provider(), method.title(), method.at());
    }
}
