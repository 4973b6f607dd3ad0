package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.GuessLimits.Attempt;
import java.util.List;

/** Under which names an attempt is counted; hashed, since they hold e-mails and addresses. */
record GuessKeys(
        String knownDevice,
        String knownNetwork,
        String strangers,
        String device,
        String network,
        String address) {
    static GuessKeys of(Attempt attempt) {
        String subject = attempt.rule().name() + "\n" + attempt.subject() + "\n";
        String device = subject + "device " + attempt.guesser().device().orElse("");
        String network = subject + "network " + attempt.guesser().network();
        return new GuessKeys(
                key("known", device),
                key("known", network),
                key("subject", subject),
                key("own", device),
                key("own", network),
                key("address", attempt.guesser().address()));
    }

    List<String> all() {
        return List.of(knownDevice, knownNetwork, strangers, device, network, address);
    }

    private static String key(String kind, String name) {
        return "guess:" + kind + ":" + ValkeyRateLimits.shortened(name);
    }
}
