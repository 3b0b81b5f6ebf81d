import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { enrolmentMessage } from './enrolment-problems.ts';
import { type OwnEnrolment, useWithdrawEnrolment } from './enrolments.queries.ts';

type WithdrawEnrolmentSheetProps = {
  readonly enrolment: OwnEnrolment;
  readonly childName: string;
  readonly onClose: () => void;
};

/** Asks once before a request is taken back. */
export function WithdrawEnrolmentSheet(props: WithdrawEnrolmentSheetProps) {
  const { enrolment, childName, onClose } = props;
  const withdraw = useWithdrawEnrolment();
  return (
    <Sheet
      title="Retirer cette demande ?"
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            La garder
          </Button>
          <Button
            variant="danger"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate({ path: { id: enrolment.id } }, { onSuccess: onClose })}
          >
            Retirer la demande
          </Button>
        </>
      }
    >
      <p>
        {childName} ne sera pas inscrit à « {enrolment.activity.label} » pour {enrolment.schoolYear}
        . Vous pourrez faire une autre demande.
      </p>
      {withdraw.error ? (
        <Notice tone="error" announced>
          {enrolmentMessage(withdraw.error)}
        </Notice>
      ) : null}
    </Sheet>
  );
}
