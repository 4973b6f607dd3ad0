package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The clocks of the world and of the shop. They are set before each act and run on by themselves
 * while it is played; the shop's own may be wrong by some minutes.
 */
final class Hands {
    private final ShopClock shop;
    private final List<SandboxClock> others;
    private Instant now = Plot.OPENING;
    private Duration skew = Duration.ZERO;

    Hands(ShopClock shop, List<Vendor> vendors) {
        this.shop = shop;
        this.others =
                Stream.concat(
                                Vendors.servers(vendors).stream().map(Vendor.Server::clock),
                                Stream.of(
                                        ShopWorld.sandbox().panel().clock(),
                                        ShopWorld.sandbox().revenueCat().clock()))
                        .toList();
    }

    Instant now() {
        return now;
    }

    /** Never back: what is late is played when there is time for it. */
    void at(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
        others.forEach(clock -> clock.set(now));
        shop.set(now.plus(skew));
    }

    void pass(Duration time) {
        at(now.plus(time));
    }

    /** The shop's clock is wrong by so much from now on. */
    void skew(Duration by) {
        skew = by;
        at(now);
    }

    void reset() {
        others.forEach(SandboxClock::reset);
        shop.reset();
    }
}
