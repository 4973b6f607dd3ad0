package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/** A refund that staff send by hand, since no program can. */
public sealed interface BankReturn {
    /** What is to be sent. */
    Order order();

    /** Somebody has to send it. */
    record Waiting(Order order) implements BankReturn {}

    /**
     * It is on its way to the payer's bank.
     *
     * @param bankReference the bank's own id of the transfer
     */
    record Sent(Order order, String bankReference, Instant at) implements BankReturn {}

    /**
     * It was not sent, or the payer's bank sent it back.
     *
     * @param why in the words of who said so; not personal
     */
    record Failed(Order order, String why, Instant at) implements BankReturn {}

    /**
     * What is to be sent.
     *
     * @param amount more than zero
     */
    record Order(RefundId refund, PaymentId payment, Money amount, Instant askedAt) {}

    /** What staff say of it. */
    sealed interface Word {
        /** It was sent. */
        record Sent(String bankReference) implements Word {}

        /** It cannot be sent, or came back. */
        record Failed(String why) implements Word {}
    }

    /** What a word makes of it. */
    sealed interface Step {
        /** It is so now. */
        record Now(BankReturn state) implements Step {}

        /** It was so before, by the same word. */
        record Same(BankReturn state) implements Step {}

        /** Something else was said before, which this cannot follow. */
        record Contradiction() implements Step {}
    }

    /** Takes a word. What was sent can fail; what failed stays so. Repeatable. Pure. */
    default Step hear(Word word, Instant now) {
        return switch (this) {
            case Waiting(var order) -> new Step.Now(said(order, word, now));
            case Sent sent -> afterSent(sent, word, now);
            case Failed failed ->
                    switch (word) {
                        case Word.Failed _ -> new Step.Same(failed);
                        case Word.Sent _ -> new Step.Contradiction();
                    };
        };
    }

    private static Step afterSent(Sent sent, Word word, Instant now) {
        return switch (word) {
            case Word.Sent(var reference) ->
                    reference.equals(sent.bankReference())
                            ? new Step.Same(sent)
                            : new Step.Contradiction();
            case Word.Failed failed -> new Step.Now(said(sent.order(), failed, now));
        };
    }

    private static BankReturn said(Order order, Word word, Instant now) {
        return switch (word) {
            case Word.Sent(var reference) -> new Sent(order, reference, now);
            case Word.Failed(var why) -> new Failed(order, why, now);
        };
    }
}
