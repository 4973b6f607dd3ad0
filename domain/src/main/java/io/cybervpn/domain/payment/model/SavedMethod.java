package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import java.time.Instant;

/**
 * A way to pay that a customer let us keep, so that he need not be there.
 *
 * @param payment with which he let us keep it
 * @param sealedToken the provider's token, sealed for {@link #purposeOf}
 * @param title masked, as the customer knows it, such as {@code Bank card *4444}
 */
public record SavedMethod(
        SavedMethodId id,
        AccountId account,
        String provider,
        PaymentId payment,
        String sealedToken,
        String title,
        Instant at) {
    private static final int TITLE_LENGTH_MAX = 100;

    /** Cuts a title that is too long to show. */
    public SavedMethod {
        title = title.substring(0, Math.min(title.length(), TITLE_LENGTH_MAX));
    }

    /** What its token is sealed for. */
    public static String purposeOf(SavedMethodId id) {
        return "saved-method:" + id.value();
    }

    @Override
    public String toString() {
        return "SavedMethod[" + id.value() + ", " + provider + ", " + title + "]";
    }
}
