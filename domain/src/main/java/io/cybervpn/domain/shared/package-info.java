/** Words that every context speaks: money, assets, limits, events. Nothing here knows a context. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
