/** News for clients. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
