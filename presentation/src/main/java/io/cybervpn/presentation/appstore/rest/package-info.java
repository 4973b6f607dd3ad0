/** What is sold in app stores, over HTTP, for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.appstore.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
