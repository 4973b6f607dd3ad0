package io.cybervpn.application.payment.port;

import java.util.Optional;

/** What a provider says of a refund. */
public sealed interface RefundStatus {
    /** It has none with our reference. */
    record NotThere() implements RefundStatus {}

    /** It has it and is not done. */
    record Underway(String reference) implements RefundStatus {}

    /** The money is with the payer. */
    record Done(String reference) implements RefundStatus {}

    /**
     * It did not come true, also if it seemed to have.
     *
     * @param why for staff
     */
    record Over(Optional<String> reference, String why) implements RefundStatus {}
}
