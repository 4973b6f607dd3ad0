package io.cybervpn.sandbox.http;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The faults that are switched on at one server. Safe to use from any thread. */
public final class Faults {

    private static final Set<Fault.Kind> OF_REQUESTS =
            Set.of(
                    Fault.Kind.LATENCY,
                    Fault.Kind.ERROR,
                    Fault.Kind.DROP_BEFORE,
                    Fault.Kind.DROP_AFTER);

    private final List<Fault> on = new ArrayList<>();

    /** Switches a fault on, beside those that are on already. */
    public synchronized void add(Fault fault) {
        on.add(fault);
    }

    /** Switches everything off. Held webhooks stay held until they are released. */
    public synchronized void clear() {
        on.clear();
    }

    /** What is on, oldest first. */
    public synchronized List<Fault> all() {
        return List.copyOf(on);
    }

    JsonArray json() {
        JsonArray result = new JsonArray();
        all().forEach(fault -> result.add(fault.json()));
        return result;
    }

    /** The faults that strike this request; each uses up one of its count. */
    List<Fault> strike(String method, String path) {
        return take(fault -> OF_REQUESTS.contains(fault.kind()) && fault.strikes(method, path));
    }

    /**
     * The fault of this kind that strikes the next webhook, if one is on; uses up one of its count.
     */
    Optional<Fault> strikeWebhook(Fault.Kind kind) {
        return take(fault -> fault.kind() == kind).stream().findFirst();
    }

    private synchronized List<Fault> take(Predicate<Fault> wanted) {
        List<Fault> struck = new ArrayList<>();
        List<Fault> left = new ArrayList<>();
        for (Iterator<Fault> faults = on.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            boolean strikes = wanted.test(fault);
            if (strikes) {
                struck.add(fault);
            }
            if (!strikes || fault.count() != 1) {
                left.add(strikes && fault.count() > 0 ? fault.times(fault.count() - 1) : fault);
            }
        }
        on.clear();
        on.addAll(left);
        return struck;
    }
}
