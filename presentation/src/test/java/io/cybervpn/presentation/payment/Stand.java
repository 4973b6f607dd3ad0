package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One provider's sandbox, as the acceptance suite needs it. Every push that is returned is genuine
 * unless its method says otherwise, and was not sent.
 */
interface Stand {
    /** What makes a push of this provider believable. */
    enum Seal {
        /** A signature over the raw bytes: one space more breaks it. */
        BYTES,
        /** A signature over the values: a space more is harmless, another value breaks it. */
        VALUES,
        /** The sender alone: the body may say anything. */
        SENDER
    }

    /** The name of the gateway. */
    String provider();

    /** The path of its pushes. */
    default String source() {
        return provider();
    }

    /** What the payments of the suite are over. */
    default Money price() {
        return new Money(19_900, Asset.RUB);
    }

    /** Who pays. */
    default AccountId payer() {
        return new AccountId(UUID.randomUUID());
    }

    Seal seal();

    /** What the inbox takes for the identity of a push. */
    default String dedupeKey(Push push) {
        return push.digest();
    }

    /** What the provider lists the money of a push under, where that is not the invoice. */
    default String listedAs(Push push, String invoice) {
        return invoice;
    }

    /** Somebody pays in full; the provider's own push is held back, and returned here. */
    Push paid(PaymentView payment);

    /** The same, but the provider says that it was over other money than asked for. */
    Push paid(PaymentView payment, Money told);

    /** Kinds of money that the provider might say instead of the price, all of assets we know. */
    default List<Money> otherMoney() {
        return List.of(
                new Money(price().minorUnits(), Asset.USD),
                new Money(price().minorUnits() - 1, price().asset()));
    }

    /** A push that says "paid" while the provider knows nothing of it; only where it is a hint. */
    default Optional<Push> lie(PaymentView payment) {
        return Optional.empty();
    }

    /** Nobody can pay it any more, or: the provider says so after it was paid. The push, if any. */
    Optional<Push> end(PaymentView payment);

    /** Money that carries a reference like ours, which is no payment, or a reference not ours. */
    List<Push> nobodys(PaymentView payment);

    /** An event of a type that we do not know. */
    Push irrelevant(PaymentView payment);

    /** These very bytes, sealed as the provider does. */
    Push sealed(String body);

    /** The same in another spelling, sealed anew. */
    default Push twin(Push push) {
        return sealed(new io.vertx.core.json.JsonObject(push.body()).encodePrettily());
    }

    /** Pushes with a wrong seal: each must be refused. */
    List<Push> forged(Push push);

    /** Without any seal. */
    default Push bare(Push push) {
        return new Push(push.source(), push.body(), java.util.Map.of());
    }

    /** For {@link Seal#VALUES}: another value under the old seal. */
    default Push altered(Push push) {
        throw new UnsupportedOperationException(provider() + " does not seal values");
    }

    Faults faults();

    Webhooks webhooks();

    /** The fault on the call that makes an invoice. */
    Fault onMake(Fault fault);

    /** The fault on the call that reads the state of an invoice. */
    Fault onRead(Fault fault);

    /** How many invoices the provider has for it. */
    int invoicesOf(PaymentView payment);

    /** Puts the sandbox back as it was. */
    default void calm() {
        faults().clear();
        webhooks().release();
    }
}
