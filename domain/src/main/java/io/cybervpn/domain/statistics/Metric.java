package io.cybervpn.domain.statistics;

/** A figure that can be drawn over time; docs/metrics.md says what each counts. */
public enum Metric {
    /** What orders and invoices brought, before anything went back. */
    GROSS_REVENUE(Kind.MONEY_IN_STEP),
    /** What went back of it. */
    REFUNDS(Kind.MONEY_IN_STEP),
    /** What providers kept. */
    FEES(Kind.MONEY_IN_STEP),
    /** Gross revenue less refunds and fees. */
    NET_REVENUE(Kind.MONEY_IN_STEP),
    /** What was earned by serving, whenever it was paid. */
    EARNED_REVENUE(Kind.MONEY_IN_STEP),
    /** What providers took for us, whatever for. */
    RECEIVED(Kind.MONEY_IN_STEP),
    /** Monthly recurring revenue at the end of the step. */
    MRR(Kind.MONEY_AT_END),
    /** Paid and not yet served at the end of the step. */
    DEFERRED_REVENUE(Kind.MONEY_AT_END),
    /** Customers with paid time at the end of the step. */
    PAYING_CUSTOMERS(Kind.COUNT_AT_END),
    /** Accounts of customers that were opened. */
    NEW_CUSTOMERS(Kind.COUNT_IN_STEP),
    /** Subscriptions that were opened. */
    NEW_SUBSCRIPTIONS(Kind.COUNT_IN_STEP),
    /** Payments that were begun at a provider. */
    STARTED_PAYMENTS(Kind.COUNT_IN_STEP),
    /** Those of them whose money came. */
    CAPTURED_PAYMENTS(Kind.COUNT_IN_STEP);

    /** What a figure is made of. */
    public enum Kind {
        /** Money that moved within the step. */
        MONEY_IN_STEP,
        /** Money as it stood when the step ended. */
        MONEY_AT_END,
        /** A number of what happened within the step. */
        COUNT_IN_STEP,
        /** A number as it stood when the step ended. */
        COUNT_AT_END
    }

    private final Kind kind;

    Metric(Kind kind) {
        this.kind = kind;
    }

    /** What it is made of. */
    public Kind kind() {
        return kind;
    }

    /** Whether it can be told of one payment provider alone. */
    public boolean isByProvider() {
        return this == STARTED_PAYMENTS || this == CAPTURED_PAYMENTS;
    }
}
