"""The address plan: each app's URLs under its own name."""

from django.urls import include, path

handler400 = "tongxin.ui.views.errors.bad_request"
handler403 = "tongxin.ui.views.errors.forbidden"
handler404 = "tongxin.ui.views.errors.not_found"
handler500 = "tongxin.ui.views.errors.fault"

# What a thousand people tap at in the same seconds is looked up first.
urlpatterns = [
    path("", include("tongxin.signups.urls")),
    path("", include("tongxin.attendance.urls")),
    path("", include("tongxin.desk.urls")),
    path("", include("tongxin.accounts.urls")),
    path("", include("tongxin.ui.urls")),
    path("", include("tongxin.org.urls")),
    path("activities/", include("tongxin.activities.urls")),
    path("", include("tongxin.feedback.urls")),
    path("", include("tongxin.contests.urls")),
    path("", include("tongxin.paperwork.urls")),
    path("", include("tongxin.notices.urls")),
    path("restrictions/", include("tongxin.restrictions.urls")),
    path("rules/", include("tongxin.rulebook.urls")),
    path("partners/", include("tongxin.partners.urls")),
    path("goods/", include("tongxin.goods.urls")),
    path("welfare/", include("tongxin.choosing.urls")),
    path("welfare/", include("tongxin.collecting.urls")),
    path("welfare/", include("tongxin.welfare.urls")),
    path("purchases/", include("tongxin.purchases.urls")),
    path("outings/", include("tongxin.outings.urls")),
    path("mobilisation/", include("tongxin.mobilisation.urls")),
    path("years/", include("tongxin.plan.urls")),
    path("", include("tongxin.goals.urls")),
    path("years/", include("tongxin.planner.urls")),
    path("", include("tongxin.report.urls")),
    path("imports/", include("tongxin.imports.urls")),
    path("files/", include("tongxin.files.urls")),
    path("demo/", include("tongxin.demo.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
