package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Transfers in Crypto Pay's sandbox, to a payer who is known at Telegram. */
final class CryptoBotWayBack implements WayBack {
    private final CryptoBotStand stand = new CryptoBotStand();
    private final long telegramId = ThreadLocalRandom.current().nextLong(1, 1L << 40);
    private final Pool pool;
    private final AccountId payer;

    CryptoBotWayBack(Pool pool, AccountId payer) {
        this.pool = pool;
        this.payer = payer;
        // the fee of a payment does not come back with it
        ShopWorld.sandbox().cryptoPay().deposit("USDT", "1000");
        run(
                "insert into account_identity (id, account_id, provider, subject, linked_at)"
                        + " values ($1, $2, 'telegram', $3, now())",
                Tuple.of(UUID.randomUUID(), payer.value(), Long.toString(telegramId)));
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public PaymentView start(Till till) {
        StartPayment.Result result = till.startFor(payer, Duration.ofHours(1));
        return ((StartPayment.Result.Started) result).payment();
    }

    @Override
    public Fault onRefund(Fault fault) {
        return fault.on("", "/api/transfer");
    }

    /** Nobody knows him at Telegram any more. */
    @Override
    public void refuse(PaymentView payment) {
        run("delete from account_identity where account_id = $1", Tuple.of(payer.value()));
    }

    /** The share of the coins, as money: both have the same ratio. */
    @Override
    public Money gone(PaymentView payment) {
        BigDecimal coins =
                ShopWorld.sandbox().cryptoPay().transfers().stream()
                        .map(JsonObject.class::cast)
                        .filter(it -> it.getString("user_id").equals(Long.toString(telegramId)))
                        .map(it -> new BigDecimal(it.getString("amount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid = new BigDecimal(CryptoBotStand.invoice(payment).getString("paid_amount"));
        long units =
                coins.multiply(BigDecimal.valueOf(Till.PRICE_MINOR))
                        .divide(paid, 0, RoundingMode.HALF_UP)
                        .longValueExact();
        return new Money(units, Asset.RUB);
    }
}
