package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Origin;
import io.cybervpn.application.shared.Origins;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Keeps it in the Vert.x context that is the request's own. */
@Singleton
final class VertxOrigins implements Origins {
    private static final String KEY = "cybervpn.origin";

    @Override
    public void begin(Origin origin) {
        put(Vertx.currentContext(), origin);
    }

    @Override
    public Origin current() {
        return of(Vertx.currentContext());
    }

    /** What came with the one context goes on with the other. */
    static void carry(@Nullable Context from, Context to) {
        put(to, of(from));
    }

    private static void put(@Nullable Context context, Origin origin) {
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(KEY, origin);
        }
    }

    private static Origin of(@Nullable Context context) {
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            return Origin.NONE;
        }
        Origin origin = context.getLocal(KEY);
        return origin == null ? Origin.NONE : origin;
    }
}
