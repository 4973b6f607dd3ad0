package io.cybervpn.presentation.renewal;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** R95 by a card that YooKassa keeps. */
@QuarkusTest
@Charges("yookassa")
class RenewByCardTest extends RenewByCardContract {
    private final YooKassaCards cards = new YooKassaCards();

    @Override
    Cards cards() {
        return cards;
    }

    private static final class YooKassaCards implements Cards {
        private final YooKassa yooKassa = ShopWorld.sandbox().yooKassa();

        @Override
        public String provider() {
            return "yookassa";
        }

        @Override
        public String title() {
            return "Bank card *4444";
        }

        @Override
        public String pay(String payment) {
            String id =
                    yooKassa.payments().byMetadata("payment", payment).getFirst().getString("id");
            JsonObject method = yooKassa.payments().pay(id).getJsonObject("payment_method");
            return method.getBoolean("saved") ? method.getString("id") : "";
        }

        @Override
        public void empty(String token) {
            yooKassa.payments().methods().refuse(token, "insufficient_funds");
        }

        @Override
        public void revoke(String token) {
            yooKassa.payments().methods().refuse(token, "permission_revoked");
        }

        @Override
        public void recover(String token) {
            yooKassa.payments().methods().recover(token);
        }

        @Override
        public List<Boolean> charges(String token) {
            return yooKassa.payments().all().stream()
                    .filter(one -> one.getString("_method", "").equals(token))
                    .map(one -> one.getString("status").equals("succeeded"))
                    .toList();
        }

        @Override
        public Fault onCharge(Fault fault) {
            return fault.on("POST", "/v3/payments");
        }

        @Override
        public int pushes() {
            return 1;
        }

        @Override
        public Faults faults() {
            return yooKassa.faults();
        }

        @Override
        public SandboxClock clock() {
            return yooKassa.clock();
        }
    }
}
