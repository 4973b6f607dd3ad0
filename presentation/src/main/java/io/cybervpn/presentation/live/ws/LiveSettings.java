package io.cybervpn.presentation.live.ws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What a shop may set under {@code cybervpn.live}; counts are 1 or more and, unless it says
 * otherwise, of one instance.
 */
@ConfigMapping(prefix = "cybervpn.live")
interface LiveSettings {
    /** Sockets at once. */
    @WithDefault("10000")
    int socketsMax();

    /** Of one account in all instances together; one more replaces the oldest. */
    @WithDefault("10")
    int socketsPerAccount();

    /** Of one address, behind which may be a whole company. */
    @WithDefault("200")
    int socketsPerAddress();

    /** Attempts to open one, of one address in a minute, counted by all instances together. */
    @WithDefault("120")
    int handshakesPerAddress();

    /** What a client may say in a second, on average; twice as much at once. */
    @WithDefault("10")
    int messagesPerSecond();

    /** News that wait for a client who reads slowly, before it is closed. */
    @WithDefault("256")
    int queueMax();

    /** How often a client is asked whether it is there. */
    @WithDefault("25s")
    Duration pingEvery();

    /** How long a client may say nothing at all, not even that it is there. */
    @WithDefault("60s")
    Duration idleMax();

    /** How often it is asked whether a customer may stay, beside what is told at once. */
    @WithDefault("30s")
    Duration checkEvery();

    /** The same for staff. */
    @WithDefault("5s")
    Duration checkStaffEvery();
}
