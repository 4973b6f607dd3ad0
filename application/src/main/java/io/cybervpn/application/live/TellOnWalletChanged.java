package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.ledger.WalletChanged;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Tells a customer that his wallet is to be looked at anew; how much is in it the API says. */
@Singleton
final class TellOnWalletChanged extends Telling<WalletChanged> {
    @Inject
    TellOnWalletChanged(Publisher publisher) {
        super(publisher, WalletChanged.class, "live.wallet-changed");
    }

    @Override
    List<News> newsOf(WalletChanged event) {
        return List.of(
                News.of(
                        new Address.Person(event.owner()),
                        "wallet.changed",
                        event.cause(),
                        event.at(),
                        Map.of("currency", Datum.of(event.amount().asset().code()))));
    }
}
