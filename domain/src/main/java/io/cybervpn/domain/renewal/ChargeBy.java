package io.cybervpn.domain.renewal;

import io.cybervpn.domain.payment.SavedMethodId;
import java.util.Optional;

/** Whose money a renewal takes. */
public sealed interface ChargeBy {
    /** That of the customer's own wallet, what was given first. */
    record Wallet() implements ChargeBy {}

    /** What he let a payment provider keep. */
    record Saved(SavedMethodId method) implements ChargeBy {}

    /** Finds one by its exact {@link #code}; empty for anything else. */
    static Optional<ChargeBy> find(String code) {
        return code.equals("wallet") ? Optional.of(new Wallet()) : saved(code);
    }

    private static Optional<ChargeBy> saved(String code) {
        return SavedMethodId.find(code).map(Saved::new);
    }

    /** The name that clients and stored rows use. */
    default String code() {
        return switch (this) {
            case Wallet _ -> "wallet";
            case Saved(var method) -> method.code();
        };
    }
}
