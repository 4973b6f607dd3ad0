package io.cybervpn.infrastructure.provisioning.proxmox;

import java.util.Map;

/** The next thing to do for a machine. */
sealed interface Step {
    /** Other settings. */
    record Configure(Map<String, String> settings) implements Step {
        public Configure {
            settings = Map.copyOf(settings);
        }
    }

    /** A bigger disk. */
    record Grow(String disk, long mib) implements Step {}

    /** Switch it on. */
    record Start() implements Step {}

    /** Ask it to stop, and make it. */
    record Shutdown() implements Step {}

    /** Somebody else is at it. */
    record Await(String what) implements Step {}

    /** It is as it should be. */
    record Done() implements Step {}
}
