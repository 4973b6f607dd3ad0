package io.cybervpn.infrastructure.shared;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Whether the running code is inside a unit of work; the mark lives in the Vert.x context of that
 * unit.
 */
public final class UnitOfWorkScope {
    private static final String MARK = "cybervpn.unit-of-work";

    private UnitOfWorkScope() {}

    /** Whether what runs now is inside one. */
    public static boolean isOpen() {
        Context context = Vertx.currentContext();
        return context != null
                && VertxContext.isDuplicatedContext(context)
                && context.getLocal(MARK) != null;
    }

    static void mark(Context context) {
        context.putLocal(MARK, Boolean.TRUE);
    }

    /** A caller without a context of its own goes on in this one: what it begins next is new. */
    static void unmark(Context context) {
        context.removeLocal(MARK);
    }
}
