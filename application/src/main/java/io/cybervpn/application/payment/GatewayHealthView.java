package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayFigures.Begun;
import io.cybervpn.application.payment.port.GatewayFigures.Pushes;
import io.cybervpn.application.payment.port.GatewayPulses.Pulse;
import io.cybervpn.domain.payment.GatewayState;
import java.util.Optional;

/**
 * How a provider does.
 *
 * @param pulse what this instance's calls came to
 * @param hour payments that were begun in the last hour
 * @param day in the last day
 * @param pushes empty for one that sends none
 */
public record GatewayHealthView(
        String provider,
        GatewayState state,
        Pulse pulse,
        Begun hour,
        Begun day,
        Optional<Pushes> pushes) {}
