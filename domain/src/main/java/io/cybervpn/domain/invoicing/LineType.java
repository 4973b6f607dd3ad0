package io.cybervpn.domain.invoicing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a line of an invoice is for. */
public enum LineType {
    /** A plan for a term. */
    PLAN,
    /** Something on top of a plan. */
    ADD_ON,
    /** What another plan costs more. */
    PLAN_CHANGE,
    /** Money for the wallet. */
    TOP_UP,
    /** A fee. */
    FEE,
    /** A correction that makes it more. */
    ADJUSTMENT,
    /** Makes it less, as was promised. */
    DISCOUNT,
    /** Makes it less, for something that was owed to the buyer. */
    CREDIT;

    /** Whether the line makes the invoice less. */
    public boolean subtracts() {
        return switch (this) {
            case DISCOUNT, CREDIT -> true;
            case PLAN, ADD_ON, PLAN_CHANGE, TOP_UP, FEE, ADJUSTMENT -> false;
        };
    }

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a type by its exact {@link #code}; empty for anything else. */
    public static Optional<LineType> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
