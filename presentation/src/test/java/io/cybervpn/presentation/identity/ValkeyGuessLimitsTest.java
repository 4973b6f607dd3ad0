package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.GuessLimitsContract;
import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** In the real store. */
@QuarkusTest
class ValkeyGuessLimitsTest extends GuessLimitsContract {
    @Inject GuessLimits limits;
    @Inject ShopClock clock;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    @Override
    protected GuessLimits limits() {
        return limits;
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
