/** What appstore does by the clock. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.appstore.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
