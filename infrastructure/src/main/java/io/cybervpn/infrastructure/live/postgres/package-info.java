/** Boards, read from the tables of the contexts whose things they show. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.live.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
