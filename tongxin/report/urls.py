"""Addresses of this app."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from tongxin.report.views import checking, editing, figures, papers, signing, summaries, versions, wordings

app_name = "report"
# A namespace of their own: the rail tells 数据 from 总结 by it.
figure_pages: list[URLPattern | URLResolver] = [
    path("", figures.now, name="now"),
    path("<int:year>/", figures.index, name="year"),
    path("<int:year>/figures.json", figures.data, name="json"),
    path("<int:year>/figures.xlsx", figures.sheet, name="sheet"),
    path("<int:year>/<str:key>/", figures.one, name="figure"),
    path("<int:year>/<str:key>/records.xlsx", figures.records_sheet, name="figure_sheet"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("figures/", include((figure_pages, "figures"))),
    path("summaries/", summaries.index, name="summaries"),
    path("summaries/check/", checking.check, name="check"),
    path("summaries/<int:pk>/", summaries.one, name="summary"),
    path("summaries/<int:pk>/figure/", summaries.figure, name="summary_figure"),
    path("summaries/<int:pk>/picker/", summaries.picker, name="summary_picker"),
    path("summaries/<int:pk>/edit/", editing.edit, name="summary_edit"),
    path("summaries/<int:pk>/arrange/", editing.arrange, name="summary_arrange"),
    path("summaries/<int:pk>/fix/", editing.fix, name="summary_fix"),
    path("summaries/<int:pk>/keep/", editing.keep, name="summary_keep"),
    path("summaries/<int:pk>/refresh/", editing.refresh, name="summary_refresh"),
    path("summaries/<int:pk>/versions/", versions.index, name="versions"),
    path("summaries/<int:pk>/versions/compare/", versions.compare, name="versions_compare"),
    path("summaries/<int:pk>/versions/<int:number>/restore/", versions.restore, name="version_restore"),
    path("summaries/<int:pk>/sign/", signing.sign, name="summary_sign"),
    path("summaries/<int:pk>/reopen/", signing.reopen, name="summary_reopen"),
    path("summaries/<int:pk>/paper.docx", papers.docx, name="summary_docx"),
    path("summaries/<int:pk>/paper.pdf", papers.pdf, name="summary_pdf"),
    path("wordings/", wordings.index, name="wordings"),
    path("wordings/new/", wordings.new, name="wording_new"),
    path("wordings/<int:pk>/", wordings.edit, name="wording"),
]
